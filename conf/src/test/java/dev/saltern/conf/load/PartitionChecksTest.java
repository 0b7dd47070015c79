/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Retention;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionChecksTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLookbackIsNoNegativeNumberAndNeedsPartitions() {
        assertRefused(
                "partition: {column: dt, lookback: -1}",
                "path: '/raw/${dt}', format: json, schema: id STRING, partition: id",
                "",
                "Invalid partition.lookback: -1 (must be in [0, 366])");
        assertRefused(
                "partition: {grain: none, lookback: 1}",
                "path: '/raw/${dt}', format: json, schema: id STRING, partition: id",
                "",
                "Invalid partition.lookback: 1 (must be 0: the tables have no partitions)");
    }

    @Test
    void aTableOfMonthsDoesNotGoWithALookbackOfDays() {
        assertRefused(
                "partition: {column: dt, lookback: 1}",
                "path: '/raw/${dt}', format: json, schema: id STRING, partition: id",
                ", partition: {column: month, grain: month}",
                "Invalid outputs.t.partition.grain: month (must be the pipeline's, day, where it has a lookback");
    }

    @Test
    void aTableWithoutPartitionsKeepsNoneOfThem() {
        assertRefused(
                "partition: {column: dt}",
                "path: '/raw/${dt}', format: json, schema: id STRING",
                ", partition: {grain: none}, retention: 400d",
                "Invalid outputs.t.retention: 400d (must be left out: the table has no partitions)");
    }

    @Test
    void aRetentionCountsDaysMonthsOrYears() {
        LocalDate today = LocalDate.of(2026, 3, 31);
        assertThat(Retention.parse("400d").firstKept(today)).isEqualTo("2025-02-24");
        assertThat(Retention.parse("13 M").firstKept(today)).isEqualTo("2025-02-28");
        assertThat(Retention.parse("7y").firstKept(today)).isEqualTo("2019-03-31");
        assertThat(Retention.parse("7y")).hasToString("7y");
        assertThat(Retention.parse("13m")).hasToString("13m");
        assertThat(Retention.parse("400d")).hasToString("400d");
    }

    @Test
    void aRetentionOfHoursOrOfAFewDaysIsATypo() {
        assertThatThrownBy(() -> Retention.parse("400h"))
                .hasMessage("Invalid retention: 400h (must be such as 400d, 24m for months, or 7y)");
        assertThatThrownBy(() -> Retention.parse("4d")).hasMessage("Invalid retention: 4d (must be at least 7d)");
        assertThatThrownBy(() -> Retention.parse("0y")).hasMessage("Invalid retention: 0y (must be at least 7d)");
    }

    private void assertRefused(String partition, String source, String output, String message) {
        assertThat(new ConfigurationFiles(folder)
                        .problems("pipeline: p\n" + partition + "\nsources: {r: {" + source
                                + "}}\noutputs: {t: {from: r" + output + "}}\n"))
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGeneratorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @TempDir
    private Path folder;

    private SampleReport generate(String name, LocalDate day, int days, long rows, long seed) throws IOException {
        return new SampleGenerator(new SampleSpec(folder.resolve(name), day, days, rows, 60, seed, 0.05, 0.3))
                .generate();
    }

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        generate("a", DAY, 1, 2000, 7);
        generate("b", DAY, 1, 2000, 7);
        generate("c", DAY, 1, 2000, 8);

        assertThat(bytes("b")).isEqualTo(bytes("a")).hasSize(7);
        bytes("c").forEach((file, content) -> {
            if (!file.startsWith("_truth")) {
                assertThat(content).as(file).isNotEqualTo(bytes("a").get(file));
            }
        });
    }

    @Test
    void dayIsTheSameWhateverOtherDaysAreGenerated() throws IOException {
        generate("one", DAY, 1, 500, 7);
        generate("three", DAY.minusDays(2), 3, 500, 7);

        assertThat(bytes("three")).containsAllEntriesOf(bytes("one")).hasSizeGreaterThan(7);
        assertThat(lines("three", DAY)).isNotEqualTo(lines("three", DAY.minusDays(1)));
    }

    @Test
    void partsOfAnEarlierCallDoNotStay() throws IOException {
        generate("a", DAY, 1, 2000, 7);
        generate("a", DAY, 1, 2, 7);

        assertThat(lines("a", DAY)).hasSize(2);
    }

    @Test
    void truthIsWhatTheFilesHold() throws IOException {
        DayTruth truth = generate("a", DAY, 1, 5000, 7).days().get(0);

        Tally tally = Tally.of(lines("a", DAY), DAY);
        assertThat(tally.dirt()).isEqualTo(truth.dirt());
        assertThat(tally.readings()).isEqualTo(truth.cleanRows());
        assertThat(tally.rows()).isEqualTo(truth.rows()).isEqualTo(5000);
        assertThat(truth.dirt().values()).allMatch(lines -> lines == 35 || lines == 36);
        JsonNode file = new ObjectMapper()
                .readTree(folder.resolve("a/_truth/2026-01-31.json").toFile());
        assertThat(file).isEqualTo(new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(truth.asMap())));
    }

    @Test
    void timestampsStayApartWithinOneSecond() throws IOException {
        DayTruth truth = generate("a", DAY, 1, 200_000, 7).days().get(0);

        Tally tally = Tally.of(lines("a", DAY), DAY);
        assertThat(tally.readings()).isEqualTo(truth.cleanRows());
        assertThat(tally.dirt()).isEqualTo(truth.dirt());
    }

    @Test
    void hotSensorHasItsShare() throws IOException {
        DayTruth truth = generate("a", DAY, 1, 20_000, 7).days().get(0);

        assertThat(truth.hotRows() / (double) truth.cleanRows()).isCloseTo(0.3, within(0.01));
        assertThat(lines("a", DAY).stream()
                        .filter(line -> line.contains("\"s-0001\""))
                        .count())
                .isGreaterThanOrEqualTo(truth.hotRows());
    }

    @Test
    void sensorListLeavesAFewOut() throws IOException {
        SampleReport report = generate("a", DAY, 1, 10, 7);

        String list = Files.readString(folder.resolve("a/sensors/sensors.csv"));
        assertThat(list).startsWith("sensor_id,site,room name,geo.lat,geo.lon,installed\ns-0001,");
        assertThat(list)
                .contains("\"Messe, Halle 4\"", "\"Lab 2, east wing\"", ",NA,NA,", "Südpark")
                .doesNotContain("s-0020");
        assertThat(list.lines().count() - 1).isEqualTo(report.sensors()).isEqualTo(57);
    }

    @Test
    void notesAreLatin1OverSeveralLines() throws IOException {
        generate("a", DAY, 1, 10, 7);

        String notes = Files.readString(folder.resolve("a/notes/2026-01-31.csv"), StandardCharsets.ISO_8859_1);
        assertThat(notes).startsWith("site;author;note;follow_up\nAltstadt;").contains("\nSüdpark;", ";\"", ";-\n");
    }

    @Test
    void askingForNonsenseIsRefused() {
        assertThatThrownBy(() -> new SampleSpec(folder, DAY, 1, 0, 1, 1, 0, 0))
                .hasMessage("Invalid rows: 0 (must be in [1, 86400000])");
        assertThatThrownBy(() -> new SampleSpec(folder, DAY, 1, 1, 1, 1, 0, Double.NaN))
                .hasMessage("Invalid hot-share: NaN (must be in [0, 1])");
    }

    private Map<String, String> bytes(String name) {
        Path root = folder.resolve(name);
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                bytes.put(root.relativize(file).toString(), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    private List<String> lines(String name, LocalDate day) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(name + "/readings/dt=" + day))) {
            for (Path file : files.sorted().toList()) {
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                }
            }
        }
        return lines;
    }
}

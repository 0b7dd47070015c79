/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {
    private static Map<String, String> shown(String name, String value) {
        return new Surroundings(Map.of(), Map.of(), Map.of(), Map.of(name, value)).settings();
    }

    @Test
    void valuesOfSecretsAreHidden() {
        for (String name : new String[] {
            "spark.hadoop.fs.s3a.secret.key",
            "spark.hadoop.fs.s3a.access.key",
            "spark.ssl.keyStorePassword",
            "fs.azure.sas.token",
            "api_key"
        }) {
            assertThat(shown(name, "open-sesame")).as(name).containsEntry(name, "(hidden)");
        }
    }

    @Test
    void secretsWithinOtherValuesAreHidden() {
        assertThat(shown("url", "jdbc:h2:tcp://me:open-sesame@host/db").get("url"))
                .isEqualTo("jdbc:h2:tcp://(hidden)@host/db");
        assertThat(shown("url", "jdbc:x;user=me;password=open-sesame;ssl=true").get("url"))
                .isEqualTo("jdbc:x;user=me;password=(hidden);ssl=true");
        assertThat(shown("note", "key AKIAABCDEFGHIJKLMNOP of me").get("note")).isEqualTo("key (hidden) of me");
    }

    @Test
    void whatIsNoSecretStays() {
        assertThat(shown("spark.sql.shuffle.partitions", "8")).containsEntry("spark.sql.shuffle.partitions", "8");
        assertThat(shown("spark.authenticate", "false")).containsEntry("spark.authenticate", "false");
    }
}

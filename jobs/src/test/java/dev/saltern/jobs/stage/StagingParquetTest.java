/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import dev.saltern.jobs.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingParquetTest {
    @TempDir
    Path folder;

    @Test
    void filesOfSeveralSchemasAreReadByNameAndCast() throws IOException {
        Raw raw = raw("id STRING NOT NULL, v INT, site STRING");
        write(raw, "site=b {1}/one.parquet", "SELECT 'a' AS id, 1 AS v UNION ALL SELECT NULL, 2");
        write(raw, "site=c/two.parquet", "SELECT v, id FROM VALUES ('7', 'x'), ('1.5x', 'y') AS t(v, id)");
        write(raw, "site=c/three.parquet", "SELECT 2.5D AS v, 'z' AS id, 1 AS extra");
        raw.columnsFromPath = "site=(?<site>[^/]+)/";

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[a,1,b {1}]", "[x,7,c]");
        assertThat(Raw.setAside(staged))
                .containsExactly(
                        "null|{\"id\":null,\"v\":2}|not-null \"id\"|id is NULL",
                        "null|{\"v\":\"1.5x\",\"id\":\"y\"}|type \"v\"|v is '1.5x' (must be INT)",
                        "null|{\"v\":2.5,\"id\":\"z\",\"extra\":1}|type \"v\"|v is '2.5' (must be INT)");
        assertThat(staged.setAside().select("file").collectAsList())
                .extracting(row -> row.getString(0))
                .contains(raw.files().files().get(0).path());
        assertThat(staged.drifts()).extracting(Drift::column).containsExactly("extra");
        assertThat(staged.account().balances()).isTrue();
    }

    @Test
    void brokenFootersAndPagesAreReportedByName() throws IOException {
        Raw raw = raw("id BIGINT, v STRING");
        String query = "SELECT id, sha2(CAST(id AS STRING), 256) AS v FROM range(1000)";
        write(raw, "good.parquet", query);
        write(raw, "pages.parquet", query);
        byte[] pages = Files.readAllBytes(raw.folder.resolve("pages.parquet"));
        java.util.Arrays.fill(pages, 100, pages.length / 2, (byte) 0x5A);
        raw.file("pages.parquet", pages)
                .file("footer.parquet", "PAR1 is not enough")
                .file("zero.parquet", "");
        raw.unreadable = Source.Unreadable.SKIP;

        StagedSource staged = raw.stage();

        assertThat(staged.account().kept()).isEqualTo(1000);
        assertThat(staged.account().balances()).isTrue();
        assertThat(staged.unreadable())
                .extracting(file -> Path.of(file.path()).getFileName().toString())
                .containsExactly("footer.parquet", "zero.parquet", "pages.parquet");

        raw.unreadable = Source.Unreadable.FAIL;
        assertThatThrownBy(raw::stage)
                .hasMessageContaining("2 of 4 files cannot be read whole")
                .hasMessageContaining("zero.parquet: empty file (0 bytes)");
    }

    private Raw raw(String schema) {
        Raw raw = Raw.csv(folder, schema);
        raw.format = SourceFormat.PARQUET;
        return raw;
    }

    private void write(Raw raw, String name, String query) throws IOException {
        Path target = folder.resolve("written");
        TestSession.session().sql(query).coalesce(1).write().mode("overwrite").parquet(target.toString());
        try (Stream<Path> files = Files.list(target)) {
            List<Path> parts =
                    files.filter(file -> file.toString().endsWith(".parquet")).toList();
            raw.file(name, Files.readAllBytes(parts.get(0)));
        }
    }
}

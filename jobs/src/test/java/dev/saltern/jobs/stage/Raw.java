/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import dev.saltern.conf.Text;
import dev.saltern.jobs.TestSession;
import dev.saltern.transforms.internal.Spark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Raw files in a folder, and a source that reads them; every key has its default until it is set. */
final class Raw {
    final Path folder;
    SourceFormat format = SourceFormat.CSV;
    String path;
    String schema = "a STRING";
    boolean header = true;
    String delimiter = ",";
    String quote = "\"";
    String escape = "\"";
    boolean multiLine;
    List<Integer> widths = List.of();
    List<List<String>> keySets = List.of();
    List<String> nullTokens = List.of();
    List<String> timestampFormats = List.of();
    List<String> dateFormats = List.of();
    ZoneId zone = ZoneOffset.UTC;
    Charset encoding = StandardCharsets.UTF_8;
    String columnsFromPath;
    String partition;
    Source.Outside outside;
    Source.UnknownColumns unknownColumns = Source.UnknownColumns.IGNORE;
    Source.MissingColumns missingColumns = Source.MissingColumns.FAIL;
    Source.Unreadable unreadable = Source.Unreadable.FAIL;
    Source.NoFiles noFiles = Source.NoFiles.FAIL;
    RowChecks checks = RowChecks.none();
    Partitioning partitioning = new Partitioning(List.of("dt"), Grain.DAY);
    /** The days whose files are listed, or null for those of the scope. */
    Scope listed;

    Scope scope = new Scope(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 1, 31));

    Raw(Path folder) {
        this.folder = folder.resolve("raw");
        this.path = this.folder.toString();
    }

    static Raw csv(Path folder, String schema) {
        Raw raw = new Raw(folder);
        raw.schema = schema;
        return raw;
    }

    static Raw json(Path folder, String schema) {
        Raw raw = csv(folder, schema);
        raw.format = SourceFormat.JSON;
        return raw;
    }

    Raw file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Raw file(String name, byte[]... parts) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                bytes.write(part);
            }
            Files.write(file, bytes.toByteArray());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Source source() {
        return new Source(
                path,
                format,
                text(schema),
                header,
                delimiter,
                quote,
                escape,
                multiLine,
                widths,
                nullTokens,
                timestampFormats,
                dateFormats,
                zone,
                encoding,
                columnsFromPath,
                partition == null ? null : text(partition),
                outside,
                unknownColumns,
                missingColumns,
                unreadable,
                noFiles,
                null,
                null,
                null);
    }

    StructType declared() {
        return StructType.fromDDL(schema);
    }

    SourceFiles files() {
        return SourceListing.list(
                Spark.state(TestSession.session()).newHadoopConf(),
                source(),
                listed == null ? scope : listed,
                partitioning.grain());
    }

    StagedSource stage() {
        return Staging.stage(
                TestSession.session(),
                new StageRequest(
                        "readings",
                        source(),
                        declared(),
                        files(),
                        checks,
                        partitioning,
                        scope,
                        folder.resolveSibling("staged").toString(),
                        keySets));
    }

    /** Returns the kept rows as text, sorted. */
    static List<String> kept(StagedSource staged) {
        return staged.kept().collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    /** Returns line, original, rules and reasons of the rows that are set aside, as text, sorted. */
    static List<String> setAside(StagedSource staged) {
        return staged.setAside().select("line", "original", "rule_ids", "reasons").collectAsList().stream()
                .map(row -> row.get(0) + "|" + row.get(1) + "|" + String.join(";", row.<String>getList(2)) + "|"
                        + String.join(";", row.<String>getList(3)))
                .sorted()
                .toList();
    }

    private static Text text(String text) {
        return new Text(text, "pipeline.yaml", 1, 1);
    }
}

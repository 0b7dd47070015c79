/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a file can be of its source: by its name, its size, its first bytes and its first rows. */
final class FileCheck {
    private static final Set<String> OF_NO_SOURCE = Set.of(
            "zip", "7z", "tar", "rar", "bz2", "xz", "xls", "xlsx", "pdf", "exe", "png", "jpg", "orc", "avro", "doc",
            "docx");
    private static final Map<SourceFormat, Set<String>> OF_OTHERS = Map.of(
            SourceFormat.CSV, Set.of("parquet", "json", "jsonl", "ndjson"),
            SourceFormat.JSON, Set.of("parquet", "csv", "tsv"),
            SourceFormat.FIXED_WIDTH, Set.of("parquet", "json", "csv"),
            SourceFormat.PARQUET, Set.of("json", "jsonl", "csv", "tsv", "txt", "gz"));

    private FileCheck() {}

    /** Returns why the name or the size is wrong, before a byte is read. */
    static Optional<String> problem(Source source, String name, long bytes) {
        if (bytes == 0) {
            return Optional.of("it is empty");
        }
        String plain = name.toLowerCase(Locale.ROOT);
        String inner = plain.endsWith(".gz") && source.format() != SourceFormat.PARQUET
                ? plain.substring(0, plain.length() - ".gz".length())
                : plain;
        String extension = inner.contains(".") ? inner.substring(inner.lastIndexOf('.') + 1) : "";
        boolean foreign = OF_NO_SOURCE.contains(extension)
                || OF_OTHERS.getOrDefault(source.format(), Set.of()).contains(extension);
        return foreign
                ? Optional.of("its name ends with ." + extension + ", which is not that of " + format(source))
                : Optional.empty();
    }

    /** Returns why what is in it is wrong. */
    static Optional<String> problem(Source source, String name, FileHead head) {
        if (source.format() == SourceFormat.PARQUET) {
            return head.isParquet() ? Optional.empty() : Optional.of("it does not begin and end as Parquet does");
        }
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(".gz");
        if (named && !head.isGzip()) {
            return Optional.of("its name ends with .gz, and it does not begin as gzip does");
        }
        if (!named && head.isBinary()) {
            return Optional.of("it begins as a file that is no text");
        }
        return new FirstRows(source).problem(head.text(source.encoding()));
    }

    private static String format(Source source) {
        return source.format().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

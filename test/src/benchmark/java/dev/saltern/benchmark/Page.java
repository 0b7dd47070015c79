/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The page that the figures go to. */
final class Page {
    private static final String SECTION = "## ";

    private Page() {}

    /** Returns what stands above the sections. */
    static String head() {
        return """
                # What rules cost

                Written by `mvn -Pbenchmark -pl test -am test -Dtest=QualityBenchmark`; not edited by hand. `-Dbenchmark.kinds=clean` or
                `dirty` renews one section and leaves the other.

                The same rows of ten columns are written as Parquet and held against the same twelve rules: completeness,
                ranges, a closed set, a regular expression, a length, a time, and four about the whole table. Every contestant
                runs in turn, round after round, after one round on a tenth of the rows that is not counted; figures are medians,
                and each ratio is taken within its round. Overhead is the processor time beyond the write alone. The texts that rules
                name are codes of 3, 30 and 40 values, which dictionaries prove and masks remember; the write gathers the rows by one
                shuffle, as every write of a table does, which is about a third of what it costs.
                """;
    }

    /** Returns the page with a section put in the place of its older self; others stay. */
    static String with(String page, String section) {
        return Sections.with(head(), page, section);
    }

    static String table(boolean dirty, long rows, Map<String, List<Measured>> measured) {
        List<Measured> alone = measured.get(Contestants.ALONE);
        StringBuilder table = new StringBuilder("\n" + SECTION)
                .append(dirty ? "One row in a hundred is bad" : "Clean rows")
                .append(String.format(
                        Locale.ROOT,
                        "%n%n%,d rows, %d rounds; %s, Java %s, Spark %s, %d processors.",
                        rows,
                        alone.size(),
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                        Runtime.getRuntime().availableProcessors()))
                .append("\n\n| how | wall | CPU | CPU over the write alone | jobs | rows read |\n")
                .append("|---|---:|---:|---:|---:|---:|\n");
        measured.forEach((name, runs) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f s | %.1f s | %s | %d | %,d |%n",
                name,
                median(runs, Measured::wallSeconds),
                median(runs, Measured::cpuSeconds),
                runs == alone ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * overhead(runs, alone)),
                (int) median(runs, Measured::jobs),
                (long) median(runs, Measured::rowsRead))));
        return table.toString();
    }

    /** Returns the median of what one needs beyond the other, as a share of it, each taken within its round. */
    static double overhead(List<Measured> runs, List<Measured> alone) {
        return Median.of(IntStream.range(0, runs.size())
                .mapToDouble(i -> runs.get(i).cpuSeconds() / alone.get(i).cpuSeconds() - 1)
                .toArray());
    }

    private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        return Median.of(runs.stream().mapToDouble(figure).toArray());
    }
}

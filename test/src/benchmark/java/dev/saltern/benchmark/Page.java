/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The page that the figures go to. */
final class Page {
    private Page() {}

    static String head(long rows, int rounds) {
        return """
                # What rules cost

                Written by `mvn -Pbenchmark -pl test -am test`; not edited by hand.

                The same %,d rows of ten columns are written as Parquet and held against the same twelve rules: completeness,
                ranges, a closed set, a regular expression, a length, a time, and four about the whole table. Every contestant
                runs in turn, %d rounds after one on a tenth of the rows; figures are medians, and each ratio is taken within its round.
                Overhead is the processor time beyond the write alone. The texts that rules name are codes of 3, 30 and 40 values, which
                dictionaries prove and masks remember; the write gathers the rows by one shuffle, as every write of a table does. %s, Java %s, Spark %s, %d processors.
                """.formatted(
                        rows,
                        rounds,
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                        Runtime.getRuntime().availableProcessors());
    }

    static String table(boolean dirty, Map<String, List<Measured>> measured) {
        StringBuilder table = new StringBuilder("\n## ")
                .append(dirty ? "One row in a hundred is bad" : "Clean rows")
                .append("\n\n| how | wall | CPU | CPU over the write alone | jobs | rows read |\n")
                .append("|---|---:|---:|---:|---:|---:|\n");
        List<Measured> alone = measured.get(Contestants.ALONE);
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

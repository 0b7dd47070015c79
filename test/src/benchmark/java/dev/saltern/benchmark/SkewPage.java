/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.List;
import java.util.Locale;

/** The page that the figures of skewed steps go to. */
final class SkewPage {
    private static final double MIB = 1 << 20;

    private SkewPage() {}

    static String page(List<String> detections, List<Outcome> outcomes) {
        StringBuilder page =
                new StringBuilder(head()).append(new Goals(outcomes).table()).append(new Behind(outcomes).table());
        page.append("\n## Detection\n\n| shape | rows | facts | CPU | wall |\n|---|---:|---|---:|---:|\n");
        detections.forEach(page::append);
        for (Case step : Case.values()) {
            List<Outcome> own =
                    outcomes.stream().filter(outcome -> outcome.step() == step).toList();
            if (!own.isEmpty()) {
                page.append("\n## ").append(heading(step.label())).append('\n');
                own.forEach(outcome -> page.append(table(outcome)));
            }
        }
        return page.toString();
    }

    static String detection(Shape shape, long rows, Tables tables, Measured measured) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %d hot keys, the heaviest %.1f %% of the rows, NULL %.1f %%; %d hot keys of the partners |"
                        + " %.1f s | %.1f s |%n",
                shape.label(),
                rows,
                tables.factSpread().hot().size(),
                100 * tables.factSpread().heaviestShare(),
                100 * tables.factSpread().nullShare(),
                tables.partnerSpread().hot().size(),
                measured.cpuSeconds(),
                measured.wallSeconds());
    }

    private static String head() {
        return """
                # What skew costs, and what its treatments save

                Written by `mvn -Pbenchmark -pl test -am test -Dtest=SkewBenchmark`; not edited by hand. Each run of the command
                adds what it measures, so that a long matrix can be taken in parts: `-Dbenchmark.rows`, `-Dbenchmark.rounds`, and
                `-Dbenchmark.shapes`, `-Dbenchmark.cases` and `-Dbenchmark.contestants` with regular expressions of labels; with
                `-Dbenchmark.clock=cpu` tasks are as long as their processor time, which others on the machine change least.

                The facts, stored as Parquet in 64 files, go through each step, and the result is reduced to its number of rows
                and the sum of their hashes, which must be the same for all contestants. They run in turn, each round beginning with another one,
                as many rounds as a table says, after a round on an eighth of the facts that lets code be compiled and
                is not counted; figures are medians, and each ratio is taken within its round.

                Spark plans for 64 slots and 64 partitions, and the processors here do the work. *On 64 slots* is when the last
                task would end if the measured tasks were started by list scheduling: a free slot takes the next task of
                the stages whose inputs are there; jobs that a treatment runs first, and broadcasts, come before what needs
                them. The driver's own work and the way of data to other machines are not in it; wall and CPU are those of
                this machine and of all that the contestant does. *Heaviest task* is the longest over the middle task of
                the stage with the most task time. *Task memory* is the most that a task held for sorts, hash tables and
                windows; values that an aggregate holds as objects are not counted by Spark.
                Detection is measured apart, for it rides on the staging of a run.
                A contestant with the plan and settings of another one is not run again. %s, Java %s, Spark %s, %d processors.
                """.formatted(
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                        Runtime.getRuntime().availableProcessors());
    }

    private static String table(Outcome outcome) {
        StringBuilder table = new StringBuilder("\n### ")
                .append(heading(outcome.step().label() + ", " + outcome.shape().label()))
                .append(String.format(
                        Locale.ROOT,
                        "%n%n%,d rows; %d rounds; tasks are as long as %s.%n%n",
                        outcome.rows(),
                        outcome.rounds(),
                        outcome.byProcessor() ? "their processor time" : "they ran for"))
                .append("| how | what it did | on 64 slots | AQE defaults over this | wall | CPU | heaviest task |"
                        + " task memory | spilled | jobs |\n")
                .append("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        outcome.notes().forEach((label, note) -> {
            if (outcome.runs().containsKey(label)) {
                table.append(row(outcome, label, note));
            } else {
                table.append(String.format(Locale.ROOT, "| %s | %s | | | | | | | | |%n", label, note));
            }
        });
        return table.toString();
    }

    private static String row(Outcome outcome, String label, String note) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f s | %.1f x | %.1f s | %.1f s | %.1f x | %.1f MiB | %.1f MiB | %d |%n",
                label,
                note,
                outcome.median(label, Outcome::slotSeconds),
                outcome.ratio(Contestant.PLAIN.label(), label, Outcome::slotSeconds),
                outcome.median(label, run -> run.measured().wallSeconds()),
                outcome.median(label, run -> run.measured().cpuSeconds()),
                outcome.median(label, run -> run.figures().heaviestOverMedian()),
                outcome.median(label, run -> run.figures().peakBytes()) / MIB,
                outcome.median(label, run -> run.figures().spilledBytes()) / MIB,
                (int) outcome.median(label, run -> run.measured().jobs()));
    }

    private static String heading(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        description =
                "Draw a random sample of a file, a folder or a published table; the same seed draws the same rows.")
final class SampleCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "WHAT",
            description = "A CSV, JSON lines or Parquet file or a folder of them, or with --table the name of a table.")
    private String what = "";

    @Option(names = "--table", description = "WHAT is a published table of the lake.")
    private boolean table;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, json or parquet. Default: by the endings of the files.")
    private @Nullable String format;

    @Option(
            names = "--delimiter",
            paramLabel = "TEXT",
            description = "What stands between two cells of CSV. Default: a comma.")
    private @Nullable String delimiter;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description =
                    "simple-random (a fixed number of rows), bernoulli (each row with a probability), systematic (every"
                            + " n-th row in the order of the key), stratified (a fixed number, shared out among strata) or"
                            + " reservoir (a fixed number in one pass). Default: simple-random.")
    private @Nullable String method;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description = "How many rows, for simple-random, stratified and reservoir.")
    private @Nullable String rows;

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            description = "Which share of the rows, in (0, 1], in place of --n or --every; with bernoulli, on average.")
    private @Nullable String share;

    @Option(
            names = "--every",
            paramLabel = "K",
            description = "With systematic: the distance of two rows of the sample.")
    private @Nullable String every;

    @Option(
            names = "--by",
            paramLabel = "COLUMNS",
            description = "With stratified: the columns, between commas, whose values make the strata.")
    private @Nullable String by;

    @Option(
            names = "--allocation",
            paramLabel = "ALLOCATION",
            description =
                    "With stratified: proportional (to the size of a stratum), equal, or neyman (by size and standard"
                            + " deviation of --target). Default: proportional.")
    private @Nullable String allocation;

    @Option(names = "--target", paramLabel = "COLUMN", description = "With neyman: a column of numbers.")
    private @Nullable String target;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "A whole number; another one draws other rows. Default: 42.")
    private @Nullable String seed;

    @Option(
            names = "--key",
            paramLabel = "COLUMNS",
            description = "The columns, between commas, that identify a row, by which it is drawn. Default: all.")
    private @Nullable String key;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "A new file that ends in .csv, .json or .parquet. Default: CSV on standard output, with --json"
                            + " one JSON object per line.")
    private @Nullable String output;

    @Mixin
    private JobOptions options = new JobOptions();

    SampleCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        ForwardedWords more = new ForwardedWords()
                .flag("--table", table)
                .option("--format", format)
                .option("--delimiter", delimiter)
                .option("--method", method)
                .option("--n", rows)
                .option("--share", share)
                .option("--every", every)
                .option("--by", by)
                .option("--allocation", allocation)
                .option("--target", target)
                .option("--seed", seed)
                .option("--key", key)
                .option("--output", output);
        return job.run(spec, List.of(what), options, more.words());
    }
}

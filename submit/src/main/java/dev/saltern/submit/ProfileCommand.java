/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "profile", description = "Tell what files or a published table hold, and suggest rules that they keep.")
final class ProfileCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WHAT", description = "A file or a folder of files; with --table the name of a table.")
    private String what = "";

    @Option(names = "--table", description = "Profile a published table, not files.")
    private boolean table;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, json (an object on each line) or parquet. Default: by the ending of the files' names."
                    + " Types of CSV and JSON are inferred, which reads the files once more.")
    private @Nullable String format;

    @Option(names = "--null", paramLabel = "TEXT", description = "What stands for NULL in CSV, such as NA.")
    private @Nullable String nullText;

    @Option(
            names = "--delimiter",
            paramLabel = "TEXT",
            description = "What stands between two cells of CSV. Default: a comma.")
    private @Nullable String delimiter;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Only these columns; several with commas, or the option repeated.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "NAME",
            split = ",",
            description = "Columns to tell the skew of, and to check as a key together; several with commas.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--sample",
            paramLabel = "ROWS",
            description = "Look at only so many rows, drawn by hash: the same ones each time.")
    private @Nullable Integer sample;

    @Option(names = "--rules", description = "Print only the suggested rules, as DQDL; not with --json.")
    private boolean rules;

    @Mixin
    private JobOptions options = new JobOptions();

    ProfileCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        if (rules && options.json()) {
            throw UsageErrors.of(spec, "Invalid --rules: set (must stand without --json)");
        }
        if (sample != null && sample < 1) {
            throw UsageErrors.of(spec, "Invalid --sample: " + sample + " (must be at least 1)");
        }
        ForwardedWords more = new ForwardedWords()
                .options("--columns", columns)
                .options("--key", keys)
                .option("--format", format)
                .option("--null", nullText)
                .option("--delimiter", delimiter)
                .option("--sample", sample)
                .flag("--table", table)
                .flag("--rules", rules);
        return job.run(spec, List.of(what), options, more.words());
    }
}

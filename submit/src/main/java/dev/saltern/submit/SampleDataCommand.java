/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.sample.SampleGenerator;
import dev.saltern.submit.sample.SampleReport;
import dev.saltern.submit.sample.SampleSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sample-data",
        description = "Generate days of raw sensor files with a known share of dirt, for the pipeline sensor-daily.")
final class SampleDataCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder that receives readings/, sensors/, notes/ and _truth/.")
    private Path out = Path.of("");

    @Option(
            names = "--date",
            paramLabel = "DATE",
            defaultValue = "2026-01-31",
            description = "The first day, YYYY-MM-DD. Default: ${DEFAULT-VALUE}.")
    private LocalDate date = LocalDate.EPOCH;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many days in a row. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Readings per day, dirt included. Default: ${DEFAULT-VALUE}.")
    private long rows;

    @Option(
            names = "--sensors",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many sensors send; every 20th is missing from the list. Default: ${DEFAULT-VALUE}.")
    private int sensors;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The same seed gives the same day. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--dirt",
            paramLabel = "SHARE",
            defaultValue = "0.01",
            description = "The share of dirty lines, in [0, 0.5]; its kinds take turns. Default: ${DEFAULT-VALUE}.")
    private double dirt;

    @Option(
            names = "--hot-share",
            paramLabel = "SHARE",
            defaultValue = "0.3",
            description = "The share of lines of the one hot sensor, in [0, 1]. Default: ${DEFAULT-VALUE}.")
    private double hotShare;

    @Option(names = "--json", description = "Print nothing but JSON on standard output, errors too.")
    private boolean json;

    SampleDataCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SampleSpec sample = sample();
        SampleReport report;
        try {
            report = new SampleGenerator(sample).generate();
        } catch (IOException e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot write sample data: " + e, e);
        }
        PrintWriter console = spec.commandLine().getOut();
        if (json) {
            JsonPrinter.print(console, report.asMap());
        } else {
            print(console, report);
        }
        return ExitCode.DONE.code();
    }

    private SampleSpec sample() {
        try {
            Path folder = surroundings.workingDirectory().resolve(out);
            return new SampleSpec(folder, date, days, rows, sensors, seed, dirt, hotShare);
        } catch (IllegalArgumentException e) {
            throw UsageErrors.of(spec, "" + e.getMessage());
        }
    }

    private void print(PrintWriter console, SampleReport report) {
        long dirty = report.dirt().values().stream().mapToLong(Long::longValue).sum();
        console.println(
                line(report.rows(), "readings of " + date + (days > 1 ? " and " + (days - 1) + " days more" : "")));
        console.println(line(report.rows() - dirty, "clean"));
        report.dirt().forEach((kind, lines) -> console.println(line(lines, kind.key())));
        console.println(line(report.sensors(), "sensors in the list"));
        console.println(line(
                report.files().size(), "files in " + out + ", and the truth about them in " + out.resolve("_truth")));
        console.flush();
    }

    private static String line(long count, String what) {
        return String.format(Locale.ROOT, "%,12d  %s", count, what);
    }
}

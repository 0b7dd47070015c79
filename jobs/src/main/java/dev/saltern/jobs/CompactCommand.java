/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ByteSize;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Output;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.jobs.compact.CompactPage;
import dev.saltern.jobs.compact.CompactReport;
import dev.saltern.jobs.compact.Compaction;
import dev.saltern.jobs.progress.ConsoleProgress;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.run.FileSizing;
import dev.saltern.jobs.session.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Writes live partitions of past days anew in fewer files, or tells what that would gain. */
final class CompactCommand {
    private static final int LOOKED_AT = 5;

    private final JobArguments arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    CompactCommand(JobArguments arguments, PrintWriter out, PrintWriter err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() throws IOException {
        if (arguments.subjects().isEmpty() && arguments.option("table").isEmpty()) {
            throw JobArguments.usage(
                    "Missing required PIPELINE: name the pipeline whose tables are meant, or one with --table");
        }
        Optional<Scope> days = arguments.days().map(given -> new Scope(given.from(), given.to()));
        OpenLake lake = OpenLake.of(arguments);
        List<LakeTable> tables = lake.choose(arguments);
        CompactReport report = compact(lake, tables, days, size().orElse(null));
        out.print(arguments.has("json") ? Json.write(report) + System.lineSeparator() : CompactPage.of(report));
        return ExitCode.DONE;
    }

    private CompactReport compact(OpenLake lake, List<LakeTable> tables, Optional<Scope> days, @Nullable ByteSize size)
            throws IOException {
        SparkSession session = lake.session();
        try (ConsoleProgress progress = ConsoleProgress.of(session.sparkContext(), err, arguments.has("json"))) {
            Compaction compaction =
                    new Compaction(session, lake.stores(session), lake.tables(), progress, arguments.has("dry-run"));
            for (LakeTable table : tables) {
                ByteSize target = size != null ? size : size(lake, table);
                compaction.compact(table, lake.environment().database(), days, target, ratio(lake, table));
            }
            return compaction.report();
        }
    }

    private Optional<ByteSize> size() {
        try {
            return arguments.option("target-file-size").map(ByteSize::parse);
        } catch (IllegalArgumentException e) {
            throw JobArguments.usage("Invalid --target-file-size: "
                    + arguments.option("target-file-size").orElse("") + " (must be such as 512KB, 256MB or 1GB)");
        }
    }

    /** Returns what the pipeline says of the table, if its file can be read; else the default. */
    private ByteSize size(OpenLake lake, LakeTable table) {
        return table.pipeline()
                .filter(new ConfigurationFolder(arguments.confFolder()).pipelines()::contains)
                .map(name -> LoadedJob.inspect(arguments, lake.environment(), name))
                .map(read -> read.loaded().pipeline().outputs().get(table.name()))
                .map(Output::targetFileSize)
                .orElseGet(() -> ByteSize.parse(Output.DEFAULT_TARGET_FILE_SIZE));
    }

    /** Returns what the last run that could tell has measured. */
    private static double ratio(OpenLake lake, LakeTable table) throws IOException {
        List<RunReport> reports = new History(lake.environment().lake(), Sessions.hadoop(lake.environment()))
                .latest(table.pipeline(), LOOKED_AT);
        return reports.stream()
                .flatMap(report -> report.tables().stream())
                .filter(line -> line.table().equals(table.name()))
                .flatMapToDouble(line -> line.bytesPerShuffledByte().stream())
                .findFirst()
                .orElse(FileSizing.DEFAULT_RATIO);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.progress.ConsoleProgress;
import dev.saltern.jobs.query.Input;
import dev.saltern.jobs.query.RowFile;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.run.RootCause;
import dev.saltern.jobs.session.Sessions;
import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.Orderable;
import dev.saltern.transforms.internal.Spark;
import dev.saltern.transforms.sample.Sample;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/** Draws a sample of a file, a folder or a published table. */
final class SampleCommand {
    private final JobArguments arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    SampleCommand(JobArguments arguments, PrintWriter out, PrintWriter err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        SampleOptions options = new SampleOptions(arguments);
        Input input = input();
        Optional<String> output = Optional.ofNullable(arguments.options().get("output"));
        RowFile file = output.map(RowFile::named).orElseGet(() -> RowFile.standardOutput(arguments.has("json")));
        Environment environment = LoadedJob.environment(arguments);
        SparkSession session = input.table() ? Sessions.withCatalog(environment) : Sessions.withoutCatalog(environment);
        file.requireNew(Spark.state(session).newHadoopConf());
        long all;
        long drawn;
        try (ConsoleProgress progress = ConsoleProgress.of(session.sparkContext(), err, arguments.has("json"))) {
            begin(progress, session, "reading " + input.what());
            Dataset<Row> rows = input.rows(session, environment.database());
            all = rows.count();
            begin(progress, session, "drawing from " + all + " rows");
            Dataset<Row> sample = sample(rows, options, all).persist(StorageLevel.MEMORY_AND_DISK());
            drawn = sample.count();
            begin(progress, session, "writing " + drawn + " rows");
            file.write(ordered(sample, options.keys()), out);
        } catch (InvalidTransformException e) {
            throw new SalternException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        } catch (SalternException e) {
            throw e;
        } catch (Exception e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot sample " + input.what() + ": " + RootCause.of(e), e);
        }
        tell(options, output, drawn, all);
        return ExitCode.DONE;
    }

    private Input input() {
        String what = arguments.subject("file, folder or table");
        Optional<Input.Format> format =
                Optional.ofNullable(arguments.options().get("format")).map(Input.Format::named);
        return new Input(what, arguments.has("table"), format, Optional.empty(), arguments.option("delimiter"));
    }

    private static void begin(ConsoleProgress progress, SparkSession session, String what) {
        progress.begins(what);
        session.sparkContext().setJobDescription("sample: " + what);
    }

    /** CSV cells are text; for the spread of the target those that are numbers count. */
    private static Dataset<Row> sample(Dataset<Row> rows, SampleOptions options, long all) {
        String target = options.target().orElse("");
        boolean text = Arrays.stream(rows.schema().fields())
                .anyMatch(field -> field.name().equalsIgnoreCase(target)
                        && field.dataType().equals(DataTypes.StringType));
        if (!text) {
            return new Sample(options.of(all, target), options.keys(), options.seed()).apply(rows);
        }
        String number = target + " as a number";
        Dataset<Row> withNumber =
                rows.withColumn(number, functions.col(quoted(target)).cast(DataTypes.DoubleType));
        return new Sample(options.of(all, number), options.keys(), options.seed())
                .apply(withNumber)
                .drop(number);
    }

    /** In the order of the keys, then of the whole rows, so that the same sample makes the same file. */
    private static Dataset<Row> ordered(Dataset<Row> sample, List<String> keys) {
        Column[] order = Stream.concat(
                        keys.stream().map(key -> functions.col(quoted(key))),
                        Orderable.wholeRow(sample.schema()).stream())
                .toArray(Column[]::new);
        return sample.repartition(1).sortWithinPartitions(order);
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private void tell(SampleOptions options, Optional<String> output, long drawn, long all) {
        if (arguments.has("json") && output.isPresent()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("method", options.method());
            answer.put("seed", options.seed());
            answer.put("rows", drawn);
            answer.put("of", all);
            answer.put("output", output.get());
            out.println(Json.write(answer));
            return;
        }
        err.println(options.method() + ", seed " + options.seed() + ": " + drawn + " of " + all + " rows");
    }
}

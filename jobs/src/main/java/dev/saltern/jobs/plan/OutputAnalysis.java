/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Grain;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Output;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Problem;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.step.Views;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.dqdl.Analyzer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Holds an output against the columns that it is to have: its partition, rules, buckets and ids. */
public final class OutputAnalysis {
    private final LoadedPipeline loaded;
    private final String database;
    private final String table;
    private final Output output;
    private final Partitioning partitioning;
    private final List<Problem> problems = new ArrayList<>();

    OutputAnalysis(LoadedPipeline loaded, String database, String table, Output output) {
        this.loaded = loaded;
        this.database = database;
        this.table = table;
        this.output = output;
        this.partitioning = loaded.pipeline().partitioning(output);
    }

    /**
     * Returns the plan of an output once its columns are known.
     *
     * @param views the views that its rules may name
     * @throws InvalidConfigurationException if the columns do not fit the partition or the rules
     */
    public static OutputPlan require(
            LoadedPipeline loaded, String database, String table, StructType schema, Views views) {
        Output output = Objects.requireNonNull(loaded.pipeline().outputs().get(table), table);
        OutputAnalysis analysis = new OutputAnalysis(loaded, database, table, output);
        Optional<OutputPlan> plan = analysis.plan(schema, views.schemas());
        if (!analysis.problems.isEmpty() || plan.isEmpty()) {
            throw new InvalidConfigurationException(StaticCheck.sorted(analysis.problems));
        }
        return plan.get();
    }

    /** Returns what was found wrong. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Returns the plan, or empty where the columns do not fit the partition.
     *
     * @param schema the columns of the rows to be written
     * @param others the columns of the views that rules may name
     */
    Optional<OutputPlan> plan(StructType schema, Map<String, StructType> others) {
        requirePartition(schema);
        requireOnce(schema);
        requireText(schema);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        List<FiledRule> rules = RuleTexts.parse(output.rules(), problems);
        List<Analyzer> analyzers = RuleTexts.analyzers(output.rules());
        RuleTexts.check(output.rules(), rules, analyzers, schema, others, problems);
        if (output.bucket() != null) {
            problems.addAll(BucketCheck.problems(loaded, table, output.bucket(), schema, partitioning.columns()));
        }
        requireIds(schema);
        TableSpec spec = new TableSpec(
                database,
                table,
                TableColumns.ordered(schema, partitioning),
                partitioning,
                output.bucket(),
                output.evolve(),
                output.description());
        return Optional.of(new OutputPlan(output, spec, rules, analyzers));
    }

    private void requirePartition(StructType schema) {
        List<String> missing = partitioning.columns().stream()
                .filter(column -> !List.of(schema.fieldNames()).contains(column))
                .toList();
        if (!missing.isEmpty()) {
            problem("", "Cannot partition " + table + ": " + lacks(String.join(", ", missing), schema));
        }
    }

    private void requireOnce(StructType schema) {
        List<String> twice = TableColumns.standingTwice(schema);
        if (!twice.isEmpty()) {
            problem(
                    "",
                    "Cannot write " + table + ": " + output.from() + " has more than one column "
                            + String.join(", ", twice)
                            + " (a source has its partition column beside its own). Name the columns of the SELECT");
        }
    }

    private void requireText(StructType schema) {
        Grain grain = partitioning.grain();
        if (partitioning.columns().size() != 1 || (grain != Grain.MONTH && grain != Grain.YEAR)) {
            return;
        }
        String column = partitioning.columns().get(0);
        if (List.of(schema.fieldNames()).contains(column)
                && isTime(schema.apply(column).dataType())) {
            problem(
                    "",
                    "Cannot partition " + table + " by " + column + ": it holds days (must be text such as "
                            + grain.format(LocalDate.of(2026, 1, 31)) + ", one per "
                            + grain.name().toLowerCase(Locale.ROOT) + "). Use date_format");
        }
    }

    private void requireIds(StructType schema) {
        if (output.search() != null) {
            output.search().id().stream()
                    .filter(column -> !List.of(schema.fieldNames()).contains(column))
                    .forEach(column ->
                            problem(".search.id", "Cannot make the ids of " + table + ": " + lacks(column, schema)));
        }
    }

    private String lacks(String columns, StructType schema) {
        return output.from() + " has no column " + columns + " (it has " + String.join(", ", schema.fieldNames()) + ")";
    }

    private void problem(String below, String text) {
        problems.add(new Problem(loaded.origins().of("outputs." + table + below), text));
    }

    private static boolean isTime(DataType type) {
        return type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampType);
    }
}

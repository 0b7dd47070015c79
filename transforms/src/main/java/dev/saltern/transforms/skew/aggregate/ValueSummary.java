/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.when;

import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.StructType;

/**
 * What one read of the hot rows tells of their values, for each group that has many distinct ones.
 *
 * @param groups at most {@value #MAX_GROUPS}, those with the most rows first; the columns of the group, then what was
 *     measured
 * @param keys how many columns the groups have
 * @param schema names and types of the columns of the groups
 */
record ValueSummary(List<Row> groups, int keys, StructType schema) {

    private static final String JOB_DESCRIPTION = "spark.job.description";
    private static final int MAX_GROUPS = 1_000;
    /** The ranks of the splitters are off by at most an eighth of the distance between two. */
    private static final int SPLITTER_ACCURACY = 8;

    private static final int MEASURES = 4;

    /** Copies the list. */
    ValueSummary {
        groups = List.copyOf(groups);
    }

    /**
     * Reads the columns of the groups and the values; one job, combined before its one shuffle.
     *
     * @param values numeric expressions, at least one
     */
    static ValueSummary of(Dataset<Row> hotRows, GroupColumns groups, List<Expression> values, Limits limits) {
        Dataset<Row> read = hotRows.select(groups.of(IntStream.range(0, values.size())
                .mapToObj(index -> Spark.column(values.get(index)).as("value" + index))));
        Column[] measures = Stream.concat(
                        Stream.of(count(lit(1)).as("rows")),
                        IntStream.range(0, values.size()).boxed().flatMap(index -> measures(index, limits.splitters())))
                .toArray(Column[]::new);
        Column hasMany = IntStream.range(0, values.size())
                .mapToObj(index -> col("distinct" + index).gt(limits.maxCells()))
                .reduce(lit(false), Column::or);
        Dataset<Row> summary = read.groupBy(groups.with())
                .agg(measures[0], Arrays.copyOfRange(measures, 1, measures.length))
                .where(hasMany)
                .orderBy(desc("rows"))
                .drop("rows")
                .limit(MAX_GROUPS);
        SparkContext context = hotRows.sparkSession().sparkContext();
        String description = context.getLocalProperty(JOB_DESCRIPTION);
        context.setJobDescription("aggregate 1/2: count distinct values of hot groups and cut them into "
                + limits.splitters() + " pieces");
        try {
            return new ValueSummary(summary.collectAsList(), groups.size(), summary.schema());
        } finally {
            context.setJobDescription(description);
        }
    }

    private static Stream<Column> measures(int index, int splitters) {
        Column number = col("value" + index).cast("double");
        Column[] fractions = IntStream.range(1, splitters)
                .mapToObj(piece -> lit((double) piece / splitters))
                .toArray(Column[]::new);
        // NaN stays out of the sketch, which would lose its order by it.
        return Stream.of(
                approx_count_distinct(col("value" + index)).as("distinct" + index),
                count(when(not(isnan(number)), number)).as("numbers" + index),
                count(when(isnan(number), number)).as("nans" + index),
                percentile_approx(
                                when(not(isnan(number)), number), array(fractions), lit(splitters * SPLITTER_ACCURACY))
                        .as("splitters" + index));
    }

    /** About how many distinct values a group has; 0 or more. */
    long distinctValues(Row group, int zeroBasedIndex) {
        return group.getLong(keys + MEASURES * zeroBasedIndex);
    }

    /** What ranks are looked up in. */
    RankBrackets.Values values(Row group, int zeroBasedIndex) {
        int first = keys + MEASURES * zeroBasedIndex;
        List<Double> splitters = new ArrayList<>();
        if (!group.isNullAt(first + 3)) {
            splitters.addAll(group.<Double>getList(first + 3));
            splitters.sort(Double::compare);
        }
        return new RankBrackets.Values(group.getLong(first + 1), group.getLong(first + 2), splitters);
    }
}

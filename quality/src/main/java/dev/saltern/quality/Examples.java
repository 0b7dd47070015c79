/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Finds up to three keys for each rule that failed, the first in ascending order of their text, in one job: one pass for all rules
 * that single rows break, and one for each grouping. */
final class Examples {
    private static final int MAX_EXAMPLES = 3;
    private static final String TEXT = "_example";
    private static final String RULE = "_rule";
    private static final String PLACE = "_place";

    private final Dataset<Row> rows;
    private final StructType schema;
    private final List<Check> checks;
    private final List<Grouping> groupings;

    Examples(Dataset<Row> rows, StructType schema, List<Check> checks, List<Grouping> groupings) {
        this.rows = rows;
        this.schema = schema;
        this.checks = checks;
        this.groupings = groupings;
    }

    Map<Check, List<String>> of(List<Check> failed) {
        List<Dataset<Row>> parts = new ArrayList<>();
        texts(failed).ifPresent(parts::add);
        for (Grouping grouping : groupings) {
            for (int i = 0; i < failed.size(); i++) {
                if (grouping.holds(failed.get(i))) {
                    parts.add(grouping.examples(failed.get(i), TEXT)
                            .orderBy(TEXT)
                            .limit(MAX_EXAMPLES)
                            .select(functions.lit(i).as(RULE), functions.col(TEXT)));
                }
            }
        }
        Map<Check, List<String>> examples = new HashMap<>();
        Optional<Dataset<Row>> all = parts.stream().reduce(Dataset::union);
        if (all.isEmpty()) {
            return examples;
        }
        List<Row> found = Described.run(
                rows.sparkSession().sparkContext(),
                "quality: examples of " + failed.size() + " broken rules",
                () -> all.get().collectAsList());
        found.stream()
                .sorted(Comparator.comparing((Row row) -> row.getString(1)))
                .forEach(row -> examples.computeIfAbsent(failed.get(row.getInt(0)), check -> new ArrayList<>())
                        .add(row.getString(1)));
        return examples;
    }

    /** Returns the first texts of each rule that single rows break, in one pass over the rows for all of them. */
    private Optional<Dataset<Row>> texts(List<Check> failed) {
        List<Column> entries = new ArrayList<>();
        Column any = functions.lit(false);
        for (int i = 0; i < failed.size(); i++) {
            if (failed.get(i) instanceof Check.Counted counted) {
                Column entry = functions.struct(
                        functions.lit(i).as(RULE), text(counted).as(TEXT));
                entries.add(functions.when(counted.broken(), entry));
                any = any.or(counted.broken());
            }
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Dataset<Row> texts = rows.filter(any)
                .select(functions
                        .explode(functions.array_compact(functions.array(entries.toArray(Column[]::new))))
                        .as("_entry"))
                .select("_entry.*");
        // Without a key the same value would stand there three times.
        Dataset<Row> apart = key().isEmpty() ? texts.distinct() : texts;
        Column place = functions.row_number().over(Window.partitionBy(RULE).orderBy(TEXT));
        return Optional.of(apart.withColumn(PLACE, place)
                .filter(functions.col(PLACE).leq(MAX_EXAMPLES))
                .select(RULE, TEXT));
    }

    private Column text(Check.Counted check) {
        Set<String> names = new LinkedHashSet<>(key());
        List<String> named = check.claim().columns();
        names.addAll(named.isEmpty() ? ColumnNames.of(check.broken()) : named);
        List<StructField> shown = names.stream()
                .flatMap(name ->
                        Arrays.stream(schema.fields()).filter(f -> f.name().equalsIgnoreCase(name)))
                .toList();
        return ColumnText.pairs(shown);
    }

    /** The columns that tell rows apart: those of the first rule that claims it. */
    private List<String> key() {
        return checks.stream()
                .filter(check -> check instanceof Check.OnGroup group && group.metric() instanceof Unique)
                .map(check -> ((Check.OnGroup) check).keys())
                .findFirst()
                .orElse(List.of());
    }
}

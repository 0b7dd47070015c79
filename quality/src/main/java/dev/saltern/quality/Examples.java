/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Finds up to three keys for each rule that failed, the first in ascending order of their text, in one job. */
final class Examples {
    private static final int MAX_EXAMPLES = 3;
    private static final String TEXT = "_example";
    private static final String RULE = "_rule";

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
        for (int i = 0; i < failed.size(); i++) {
            parts.add(texts(failed.get(i))
                    .orderBy(TEXT)
                    .limit(MAX_EXAMPLES)
                    .select(functions.lit(i).as(RULE), functions.col(TEXT)));
        }
        Map<Check, List<String>> examples = new HashMap<>();
        Optional<Dataset<Row>> all = parts.stream().reduce(Dataset::union);
        if (all.isEmpty()) {
            return examples;
        }
        List<Row> found = Described.run(
                rows.sparkSession().sparkContext(),
                "quality: examples of " + failed.size() + " broken rules",
                () -> all.get().orderBy(RULE, TEXT).collectAsList());
        for (Row row : found) {
            examples.computeIfAbsent(failed.get(row.getInt(0)), check -> new ArrayList<>())
                    .add(row.getString(1));
        }
        return examples;
    }

    private Dataset<Row> texts(Check check) {
        if (!(check instanceof Check.Scan scan)) {
            Grouping grouping =
                    groupings.stream().filter(g -> g.holds(check)).findFirst().orElseThrow();
            return grouping.examples(check, TEXT);
        }
        Set<String> names = new LinkedHashSet<>(key());
        names.addAll(check.claim().columns());
        List<StructField> shown = names.stream()
                .flatMap(name ->
                        Arrays.stream(schema.fields()).filter(f -> f.name().equals(name)))
                .toList();
        Dataset<Row> texts =
                rows.filter(scan.broken()).select(ColumnText.pairs(shown).as(TEXT));
        // Without a key the same value would stand there three times.
        return key().isEmpty() ? texts.distinct() : texts;
    }

    /** The columns that tell rows apart: those of the first rule that claims it. */
    private List<String> key() {
        return checks.stream()
                .filter(Check.OnGroup.class::isInstance)
                .map(check -> check.claim().columns())
                .findFirst()
                .orElse(List.of());
    }
}

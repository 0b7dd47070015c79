/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Lane;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Statement;
import dev.saltern.quality.dqdl.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Foretells what {@link Evaluation} will do with the Parquet files of a table, from the rules and the schema alone. */
final class Explainer {
    private static final String PASS = "pass";
    private static final String HISTOGRAM = "histogram";
    private static final String ASIDE = "rows set aside";

    private final StructType schema;
    private final KnownKeys keys;
    private final RowRemoval removal;

    Explainer(StructType schema, KnownKeys keys, RowRemoval removal) {
        this.schema = schema;
        this.keys = keys;
        this.removal = removal;
    }

    List<RuleExplanation> explain(List<Check> checks) {
        List<RuleExplanation> all = checks.stream().map(this::explain).toList();
        long masked = checks.stream()
                .flatMap(Check::leaves)
                .filter(check -> check instanceof Check.OnRow && !check.claim().filtered())
                .filter(check -> explain(check).work().equals(PASS))
                .count();
        List<RuleExplanation> counted = masked < Pass.HISTOGRAM_FROM
                ? all
                : checks.stream().map(this::byHistogram).toList();
        return counted.stream().map(rule -> rule.shared(counted)).toList();
    }

    private RuleExplanation explain(Check check) {
        boolean removes = check.claim().filed().action().removesRows();
        if (removes && removal != RowRemoval.AFTERWARDS) {
            return removal == RowRemoval.STAGING
                    ? told(check, ProvenBy.SET_ASIDE, null, "the row mask while staging", "")
                    : told(check, ProvenBy.SET_ASIDE, null, "the row mask while writing, then a pass over them", ASIDE);
        }
        if (check instanceof Check.OnParts parts) {
            List<RuleExplanation> own =
                    parts.parts().stream().map(this::explain).toList();
            return told(check, ProvenBy.PARTS, "each on its own", own);
        } else if (check instanceof Check.OnSchema) {
            return told(check, ProvenBy.SCHEMA, null, "names and types of the columns", "");
        } else if (check instanceof Check.OnGroup group) {
            return group(group);
        } else if (check instanceof Check.OnData data) {
            return data(data);
        } else if (check instanceof Check.OnAggregate aggregate) {
            return aggregate(aggregate);
        }
        return counted((Check.Counted) check);
    }

    private RuleExplanation byHistogram(Check check) {
        RuleExplanation told = explain(check);
        boolean masked = check instanceof Check.OnRow && !check.claim().filtered();
        return masked && told.work().equals(PASS)
                ? told(check, told.expected(), told.otherwise(), told.why(), HISTOGRAM)
                : told;
    }

    private RuleExplanation group(Check.OnGroup check) {
        String names = String.join(", ", new TreeSet<>(check.keys()));
        String work = "grouping by " + names;
        if (check.claim().filtered()) {
            return told(check, ProvenBy.GROUPING, null, "of " + names + ", for where picks rows", work);
        }
        return keys.identify(check.keys())
                ? told(check, ProvenBy.GROUPED_KEYS, ProvenBy.GROUPING, "the step leaves one row for each key", "")
                : told(check, ProvenBy.GROUPING, null, "of " + names, work);
    }

    private RuleExplanation data(Check.OnData check) {
        boolean job = check.provenBy().jobs() > 0;
        String why = job ? "a join, or SQL of its own" : "names, sizes and times";
        return told(
                check,
                check.provenBy(),
                null,
                why,
                job ? "data of " + check.claim().filed().id() : "");
    }

    private RuleExplanation aggregate(Check.OnAggregate check) {
        if (!check.claim().filtered() && check.metric().statistic().isPresent()) {
            String why = check.metric().statistic().get();
            return told(check, ProvenBy.FOOTERS, ProvenBy.PASS, why, "");
        }
        String why = check.claim().filtered()
                ? "footers do not know the rows of where"
                : "footers keep no such number; counters in the write would run outside of generated code";
        return told(check, ProvenBy.PASS, null, why, PASS);
    }

    private RuleExplanation counted(Check.Counted check) {
        if (isLookup(check.claim().filed().statement())) {
            return told(check, ProvenBy.OTHER_DATA, null, "looked up in the other table, in the pass", PASS);
        } else if (check.claim().filtered()) {
            return told(check, ProvenBy.PASS, null, "footers do not know the rows of where", PASS);
        }
        List<String> names = ColumnNames.of(check.broken());
        if (names.isEmpty()) {
            return told(check, ProvenBy.FOOTERS, null, "the number of rows", "");
        }
        Optional<StructField> field = names.size() == 1 ? field(names.get(0)) : Optional.empty();
        if (field.isEmpty() || check.witness() == Check.Witness.ROWS) {
            return told(check, ProvenBy.PASS, null, "it takes the row to tell", PASS);
        }
        return column(check, field.get());
    }

    private RuleExplanation column(Check.Counted check, StructField field) {
        FooterKind kind = FooterKind.of(field.dataType());
        if (kind == FooterKind.NOTHING) {
            String type = field.dataType().typeName();
            return told(check, ProvenBy.PASS, null, "footers say nothing of a column of type " + type, PASS);
        } else if (check.witness() == Check.Witness.NULLS) {
            return told(check, ProvenBy.FOOTERS, null, "NULLs of " + field.name(), "");
        } else if (check.witness() == Check.Witness.ENDS && kind.hasEnds()) {
            String why = "least and greatest " + field.name();
            return told(check, ProvenBy.FOOTERS, ProvenBy.PASS, why, "");
        }
        return kind == FooterKind.FEW_VALUES
                ? told(check, ProvenBy.FOOTERS, ProvenBy.PASS, "least and greatest " + field.name(), "")
                : told(check, ProvenBy.DICTIONARIES, ProvenBy.PASS, "every value of " + field.name(), "");
    }

    private Optional<StructField> field(String name) {
        return Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static boolean isLookup(Statement statement) {
        return statement.rules().stream().anyMatch(rule -> rule.type().lane() == Lane.OTHER_DATA);
    }

    private static RuleExplanation told(
            Check check, ProvenBy expected, @Nullable ProvenBy otherwise, String why, String work) {
        FiledRule filed = check.claim().filed();
        String history = usesHistory(filed.statement()) ? "; the limit from earlier runs" : "";
        return new RuleExplanation(
                filed.id(),
                filed.action(),
                lanes(filed.statement()),
                expected,
                otherwise,
                why + history,
                work,
                0,
                List.of());
    }

    private static RuleExplanation told(Check check, ProvenBy expected, String why, List<RuleExplanation> parts) {
        FiledRule filed = check.claim().filed();
        String lanes = lanes(filed.statement());
        return new RuleExplanation(filed.id(), filed.action(), lanes, expected, null, why, "", 0, parts);
    }

    private static String lanes(Statement statement) {
        return statement.rules().stream()
                .map(rule -> rule.type().lane().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean usesHistory(Statement statement) {
        return statement.rules().stream().anyMatch(Explainer::usesHistory);
    }

    private static boolean usesHistory(Rule rule) {
        return rule.type().lane() == Lane.HISTORY
                || Stream.of(Optional.ofNullable(rule.condition()), Optional.ofNullable(rule.threshold()))
                        .flatMap(Optional::stream)
                        .map(Condition::values)
                        .flatMap(List::stream)
                        .anyMatch(Value.DynamicValue.class::isInstance);
    }
}

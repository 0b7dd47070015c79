/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.ConditionShape;
import dev.saltern.quality.dqdl.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/** Compiles rules one after the other and goes on after a mistake. */
final class Compiler {
    private final Scope scope;

    Compiler(Scope scope) {
        this.scope = scope;
    }

    /** Returns the rules that could be compiled, in their order; what is wrong with the others stands in the scope. */
    List<Check> compile(List<FiledRule> rules) {
        return rules.stream().map(this::compile).flatMap(Optional::stream).toList();
    }

    private Optional<Check> compile(FiledRule filed) {
        Rule rule = filed.rule();
        List<StructField> fields = new ArrayList<>();
        for (int i = 0; i < rule.columns().size(); i++) {
            scope.field(rule.columns().get(i), rule.parts().columns().get(i)).ifPresent(fields::add);
        }
        Optional<Column> applies = WhereClause.compile(rule, scope);
        boolean range = Ranges.check(rule.threshold(), rule.parts().threshold(), scope);
        boolean ordered = rule.type().shape() == ConditionShape.VALUE
                || Ranges.check(rule.condition(), rule.parts().condition(), scope);
        if (!ordered
                || !Plain.check(rule, scope)
                || fields.size() < rule.columns().size()) {
            return Optional.empty();
        }
        RuleSemantics semantics = RuleSemantics.ALL.get(rule.type());
        if (semantics == null) {
            scope.problem(rule.span(), "Cannot judge " + rule.text() + ": the rule type is not supported");
            return Optional.empty();
        }
        Column inside = applies.orElseGet(() -> functions.lit(true));
        Optional<Check> check = semantics.compile(filed, fields, inside, scope);
        if (filed.action().removesRows() && check.isPresent() && !(check.get() instanceof Check.OnRow)) {
            scope.problem(
                    rule.span(),
                    "Cannot " + filed.action().key() + " by " + rule.type().label()
                            + ": it is a claim about the whole table. File it under fail or warn");
        }
        return applies.isPresent() && range ? check : Optional.empty();
    }
}

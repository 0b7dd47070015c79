/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Composite;
import dev.saltern.quality.dqdl.ConditionShape;
import dev.saltern.quality.dqdl.Connective;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Statement;
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
        return rules.stream().map(this::filed).flatMap(Optional::stream).toList();
    }

    private Optional<Check> filed(FiledRule filed) {
        Optional<Check> check = compile(filed);
        if (filed.action().removesRows() && check.isPresent() && !(check.get() instanceof Check.OnRow)) {
            String what = filed.statement() instanceof Composite
                    ? "rules joined by and, or are judged on the whole table. Judge composites by row, or file it"
                    : "it is a claim about the whole table. File it";
            scope.problem(
                    filed.statement().span(),
                    "Cannot " + filed.action().key() + " by " + name(filed.statement()) + ": " + what
                            + " under fail or warn");
            return Optional.empty();
        }
        return check;
    }

    private static String name(Statement statement) {
        return statement instanceof Rule rule ? rule.type().label() : statement.text();
    }

    private Optional<Check> compile(FiledRule filed) {
        return filed.statement() instanceof Composite composite ? joined(filed, composite) : single(filed);
    }

    private Optional<Check> joined(FiledRule filed, Composite composite) {
        List<Check> parts = composite.parts().stream()
                .map(part -> compile(filed.part(part)))
                .flatMap(Optional::stream)
                .toList();
        if (parts.size() < composite.parts().size()) {
            return Optional.empty();
        }
        boolean all = composite.connective() == Connective.AND;
        Claim claim = new Claim(filed, "", composite.text(), functions.lit(true), Verdict.everyRow());
        if (scope.setting().composites() == Composites.COLUMN) {
            return Optional.of(new Check.OnParts(claim, all, parts));
        }
        return RowParts.join(claim, all, parts, scope);
    }

    private Optional<Check> single(FiledRule filed) {
        Rule rule = filed.rule();
        List<StructField> fields = new ArrayList<>();
        for (int i = 0; i < rule.columns().size(); i++) {
            scope.field(rule.columns().get(i), rule.parts().columns().get(i)).ifPresent(fields::add);
        }
        Optional<Column> applies = WhereClause.compile(rule, scope);
        boolean range = Ranges.check(rule.threshold(), rule.parts().threshold(), scope);
        boolean ordered = rule.type().shape() == ConditionShape.VALUE
                || rule.type().shape() == ConditionShape.DATE
                || Ranges.check(rule.condition(), rule.parts().condition(), scope);
        if (!ordered || fields.size() < rule.columns().size()) {
            return Optional.empty();
        }
        RuleSemantics semantics = RuleSemantics.ALL.get(rule.type());
        if (semantics == null) {
            scope.problem(rule.span(), "Cannot judge " + rule.text() + ": the rule type is not supported");
            return Optional.empty();
        }
        Column inside = applies.orElseGet(() -> functions.lit(true));
        Optional<Check> check = DynamicRule.compile(semantics, filed, fields, inside, scope);
        return applies.isPresent() && range ? check : Optional.empty();
    }
}

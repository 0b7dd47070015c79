/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Problem;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Source;
import dev.saltern.conf.Text;
import dev.saltern.jobs.stage.StagedSchema;
import dev.saltern.jobs.step.InvalidSqlException;
import dev.saltern.quality.Composites;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.dqdl.Analyzer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.types.StructType;

/**
 * A source with everything that its texts say.
 *
 * @param name the view's name
 * @param source what the pipeline file says
 * @param declared the columns of the files
 * @param staged the columns of the view: those of the files, of the path, and the partition
 * @param rules the rules, by action
 * @param analyzers what is observed beside them
 */
public record SourcePlan(
        String name,
        Source source,
        StructType declared,
        StructType staged,
        List<FiledRule> rules,
        List<Analyzer> analyzers) {
    /** Reads the texts of a source, whose rules may name the sources above it; adds what is wrong to the problems, and is empty if the columns are not known. */
    static Optional<SourcePlan> of(
            String name,
            Source source,
            Partitioning partitioning,
            Map<String, StructType> above,
            List<Problem> problems) {
        List<FiledRule> rules = RuleTexts.parse(source.rules(), problems);
        if (source.partition() != null) {
            parseExpression(source.partition(), problems);
        }
        try {
            StructType declared = parseDdl(source.schema());
            StructType staged = StagedSchema.of(source, declared, partitioning);
            List<Analyzer> analyzers = RuleTexts.analyzers(source.rules());
            RuleTexts.check(source.rules(), rules, analyzers, staged, above, problems);
            return Optional.of(new SourcePlan(name, source, declared, staged, rules, analyzers));
        } catch (InvalidSqlException e) {
            problems.add(e.problem());
        } catch (IllegalArgumentException | SalternException e) {
            problems.add(new Problem(source.schema().origin(), String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** Returns how its joined rules are judged. */
    public Composites composites() {
        return RuleTexts.composites(source.rules());
    }

    private static StructType parseDdl(Text ddl) {
        try {
            return StructType.fromDDL(ddl.text());
        } catch (Exception e) {
            throw InvalidSqlException.of(ddl, e);
        }
    }

    private static void parseExpression(Text expression, List<Problem> problems) {
        try {
            new CatalystSqlParser().parseExpression(expression.text());
        } catch (Exception e) {
            problems.add(InvalidSqlException.of(expression, e).problem());
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import dev.saltern.quality.FiledRule;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * What a test is about.
 *
 * @param schema the columns that rows may have
 * @param rules the rules, which fit the columns
 */
record RuleSubject(StructType schema, List<FiledRule> rules) {
    RuleSubject {
        rules = List.copyOf(rules);
    }
}

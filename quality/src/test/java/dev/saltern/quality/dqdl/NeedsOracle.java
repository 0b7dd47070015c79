/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.apache.spark.package$;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips what compares with the parser that AWS Glue publishes where that cannot run: it was generated for antlr 4.9, which Spark 3.5
 * brings, and antlr 4.13, which Spark 4 brings, refuses its tables.
 */
final class NeedsOracle implements ExecutionCondition, SkipExecutionHook {
    private static final String REASON =
            "Skipped: the DQDL parser of AWS needs the antlr of Spark 3.5, and this is Spark "
                    + package$.MODULE$.SPARK_VERSION()
                    + "; the comparisons run in every build without -Pspark4";

    static boolean isThere() {
        return package$.MODULE$.SPARK_VERSION().startsWith("3.");
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return isThere() ? ConditionEvaluationResult.enabled("") : ConditionEvaluationResult.disabled(REASON);
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return isThere() ? SkipResult.doNotSkip() : SkipResult.skip(REASON);
    }
}

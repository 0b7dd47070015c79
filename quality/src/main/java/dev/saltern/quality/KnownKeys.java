/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.internal.Spark;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionSet;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.JavaConverters;

/**
 * Sets of columns that no two rows of a table share, known from how the rows were computed.
 *
 * @param sets names of top-level columns
 */
public record KnownKeys(Set<Set<String>> sets) {
    /** Nothing is known. */
    public static final KnownKeys NONE = new KnownKeys(Set.of());

    /** Copies the sets. */
    public KnownKeys {
        sets = Set.copyOf(sets);
    }

    /**
     * Returns what Spark's optimizer knows of a frame: the columns of its last grouping or distinct, as far as they were
     * selected since. Plans the query; no job.
     */
    public static KnownKeys of(Dataset<Row> frame) {
        LogicalPlan plan = Spark.execution(frame).optimizedPlan();
        Set<Set<String>> sets = new HashSet<>();
        for (ExpressionSet keys : JavaConverters.setAsJavaSet(plan.distinctKeys())) {
            Set<String> names = new TreeSet<>();
            boolean named = true;
            for (Expression key : JavaConverters.asJavaIterable(keys.toSeq())) {
                named &= key instanceof Attribute attribute && plan.outputSet().contains(attribute);
                names.add(key instanceof Attribute attribute ? attribute.name() : key.sql());
            }
            if (named && !names.isEmpty()) {
                sets.add(Set.copyOf(names));
            }
        }
        return new KnownKeys(sets);
    }

    /** Returns these and one more set. */
    public KnownKeys and(Collection<String> columns) {
        Set<Set<String>> more = new HashSet<>(sets);
        more.add(Set.copyOf(columns));
        return new KnownKeys(more);
    }

    /** Returns whether no two rows can have the same values in the columns. */
    boolean identify(Collection<String> columns) {
        return sets.stream().anyMatch(columns::containsAll);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.internal.Spark;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A boolean column put to single rows on the driver, by Spark's own expression and without a query. */
final class Probe {
    private final StructType columns;
    private final Expression bound;

    Probe(SparkSession session, StructType columns, Column predicate) {
        this.columns = columns;
        LogicalPlan analysed = Spark.execution(
                        session.createDataFrame(java.util.List.of(), columns).select(predicate.as("probe")))
                .analyzed();
        Project project = (Project) ReplaceExpressions$.MODULE$.apply(analysed);
        this.bound = BindReferences.bindReference(
                (Expression) project.projectList().head(),
                package$.MODULE$.AttributeSeq(project.child().output()),
                false);
    }

    /** Returns whether the predicate is true of a row with these values, as Java sees the types of the columns. */
    boolean holds(@Nullable Object... values) {
        Row row = RowFactory.create(values);
        InternalRow internal = (InternalRow)
                CatalystTypeConverters.createToCatalystConverter(columns).apply(row);
        return Boolean.TRUE.equals(bound.eval(internal));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** A first stage: it reduces the rows to fewer, from which a second stage by group takes the results of some calls. */
sealed interface Branch permits PlainMeasures, DistinctValues, CountedValues, BracketedValues {

    /** Describes the reduced rows: the columns of the groups, and others whose names no other branch has. */
    Dataset<Row> cells(Dataset<Row> rows, GroupColumns groups);

    /**
     * Describes a call's result, as an aggregate over a group of the reduced rows of all branches. In the rows of other
     * branches the columns of this one are NULL.
     */
    Column result(Dataset<Row> cells, Expression call);
}

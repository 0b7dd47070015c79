/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** What the first pass tells of a table. Not thread-safe. */
final class TableSketch implements Serializable, Tallying<TableSketch> {
    final List<ColumnSketch> columns;
    long rows;

    TableSketch(List<Cell> cells) {
        this.columns = cells.stream().map(ColumnSketch::new).toList();
    }

    @Override
    public void add(InternalRow row) {
        rows++;
        for (ColumnSketch column : columns) {
            column.add(row);
        }
    }

    @Override
    public TableSketch add(TableSketch other) {
        rows += other.rows;
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(other.columns.get(i));
        }
        return this;
    }
}

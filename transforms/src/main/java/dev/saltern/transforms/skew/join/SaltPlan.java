/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;

/**
 * The salts of all hot keys of a join.
 *
 * @param grids one for each key that is salted
 * @param nullSalts salts of the kept left rows with a NULL key, which meet no row; empty if they are not salted
 */
record SaltPlan(List<SaltGrid> grids, List<Integer> nullSalts) {
    /** Copies the lists. */
    SaltPlan {
        grids = List.copyOf(grids);
        nullSalts = List.copyOf(nullSalts);
    }

    /** Picks salts so that pieces lie in partitions of their own; runs on the driver, deterministic. */
    static SaltPlan place(Choice choice, long nullRows, List<DataType> keyTypes, int partitions) {
        Placement placement = new Placement(keyTypes, partitions);
        List<SaltGrid> grids = choice.salts().stream()
                .map(count -> {
                    double rows = (double) count.key().leftRows() / count.left()
                            + (double) count.key().rightRows() / count.right();
                    return SaltGrid.of(count, placement.salts(count.key().values(), count.cells(), rows));
                })
                .toList();
        List<Integer> nullSalts = choice.nullSalts() < 2
                ? List.of()
                : placement.salts(nulls(keyTypes.size()), choice.nullSalts(), (double) nullRows / choice.nullSalts());
        return new SaltPlan(grids, nullSalts);
    }

    private static Row nulls(int columns) {
        return RowFactory.create(
                IntStream.range(0, columns).mapToObj(column -> null).toArray());
    }
}

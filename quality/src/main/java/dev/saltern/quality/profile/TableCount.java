/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** What the second pass counts of a table: grids, frequent values, pairs of columns. Not thread-safe. */
final class TableCount implements Tallying<TableCount> {
    final List<ColumnCount> columns;
    final List<Pair> keys;
    final List<SmallestHashes> keyHashes;
    final List<PairCount> numbers;
    private final long[] hashes;
    private final long[] units;
    private final boolean[] finite;

    /**
     * Begins the counts.
     *
     * @param keys pairs of columns without NULL whose distinct combinations are estimated
     * @param numbers pairs of numeric columns that are correlated
     */
    TableCount(List<ColumnPlan> plans, List<Pair> keys, List<Pair> numbers) {
        this.columns = plans.stream().map(ColumnCount::new).toList();
        this.keys = keys;
        this.keyHashes = keys.stream().map(pair -> new SmallestHashes()).toList();
        this.numbers = numbers.stream()
                .map(pair -> new PairCount(pair.first(), pair.second()))
                .toList();
        this.hashes = new long[plans.size()];
        this.units = new long[plans.size()];
        this.finite = new boolean[plans.size()];
    }

    @Override
    public void add(InternalRow row) {
        Arrays.fill(finite, false);
        for (int i = 0; i < columns.size(); i++) {
            ColumnPlan plan = columns.get(i).plan;
            Cell cell = plan.cell();
            if (cell.kind() != ColumnKind.OPAQUE && !cell.isNull(row)) {
                Object value = cell.value(row);
                columns.get(i).add(value);
                hashes[i] = keys.isEmpty() ? 0 : cell.hash(value);
                if (plan.deviation() > 0 && Double.isFinite(cell.number(value))) {
                    finite[i] = true;
                    units[i] = PairCount.units(cell.number(value), plan.mean(), plan.deviation());
                }
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            keyHashes
                    .get(i)
                    .add(Cell.hash(
                            hashes[keys.get(i).first()], hashes[keys.get(i).second()]));
        }
        for (PairCount pair : numbers) {
            if (finite[pair.first] && finite[pair.second]) {
                pair.add(units[pair.first], units[pair.second]);
            }
        }
    }

    @Override
    public TableCount add(TableCount other) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(other.columns.get(i));
        }
        for (int i = 0; i < keyHashes.size(); i++) {
            keyHashes.get(i).add(other.keyHashes.get(i));
        }
        for (int i = 0; i < numbers.size(); i++) {
            numbers.get(i).add(other.numbers.get(i));
        }
        return this;
    }
}

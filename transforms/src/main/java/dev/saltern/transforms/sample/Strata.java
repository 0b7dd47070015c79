/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Draws a stratified sample. */
final class Strata {

    private static final String SIZE = "size";
    private static final String SPREAD = "spread";
    private static final String TAKE = "take";
    private static final String RANK = "rank";

    private final Units units;
    private final SampleMethod.Stratified method;
    private final List<Column> by;

    /** Takes names that are spelled as the table does. */
    Strata(Units units, SampleMethod.Stratified method) {
        this.units = units;
        this.method = method;
        this.by = method.by().stream().map(units::column).toList();
    }

    /** The first rows of each stratum in the random order, as many as it was allocated. */
    Dataset<Row> draw() {
        Units apart = units.toldApart();
        Column rank = row_number().over(Window.partitionBy(array(by)).orderBy(apart.randomOrder()));
        // No stratum gives more than n. Said by itself, Spark drops the rest of the rows ahead of the shuffle.
        Dataset<Row> ranked =
                apart.rows().withColumn(RANK, rank).where(col(RANK).leq(lit(method.n())));
        Dataset<Row> allocated = allocated();
        Column sameStratum = IntStream.range(0, by.size())
                .mapToObj(index -> by.get(index).eqNullSafe(col(stratum(index))))
                .reduce(Column::and)
                .orElseThrow();
        return apart.restored(
                ranked.join(broadcast(allocated), sameStratum).where(col(RANK).leq(col(TAKE))));
    }

    /** One row per stratum, with the number of rows to take from it. */
    private Dataset<Row> allocated() {
        Column[] strata = IntStream.range(0, by.size())
                .mapToObj(index -> by.get(index).as(stratum(index)))
                .toArray(Column[]::new);
        Dataset<Row> sizes = units.rows()
                .groupBy(strata)
                .agg(count(lit(1)).as(SIZE), spread().as(SPREAD))
                .repartition(1);
        StructType schema = new StructType(sizes.schema().fields()).add(TAKE, DataTypes.LongType);
        Column[] order = IntStream.range(0, by.size())
                .mapToObj(index -> col(stratum(index)))
                .toArray(Column[]::new);
        return sizes.sortWithinPartitions(order)
                .mapPartitions(new Share(method.n(), method.allocation()), Encoders.row(schema));
    }

    private Column spread() {
        if (!(method.allocation() instanceof Allocation.Neyman neyman)) {
            return lit(0.0);
        }
        Column value = units.column(neyman.target()).cast(DataTypes.DoubleType);
        Column finite = when(abs(value).leq(lit(Double.MAX_VALUE)), value);
        return udaf(new Spread(), Encoders.DOUBLE()).apply(finite);
    }

    /** Adds to each stratum its number of rows; crosses to an executor. */
    private record Share(int n, Allocation allocation) implements MapPartitionsFunction<Row, Row> {

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            List<Row> strata = new ArrayList<>();
            rows.forEachRemaining(strata::add);
            List<Long> taken =
                    Apportionment.of(n, strata.stream().map(this::weighed).toList());
            return IntStream.range(0, strata.size())
                    .mapToObj(index -> with(strata.get(index), taken.get(index)))
                    .iterator();
        }

        private Apportionment.Stratum weighed(Row stratum) {
            long size = stratum.getAs(SIZE);
            BigDecimal weight = BigDecimal.ONE;
            if (allocation instanceof Allocation.Proportional) {
                weight = BigDecimal.valueOf(size);
            } else if (allocation instanceof Allocation.Neyman) {
                double spread = stratum.getAs(SPREAD);
                weight = BigDecimal.valueOf(size).multiply(new BigDecimal(spread));
            }
            return new Apportionment.Stratum(size, weight);
        }

        private static Row with(Row stratum, long taken) {
            Object[] values = new Object[stratum.size() + 1];
            IntStream.range(0, stratum.size()).forEach(index -> values[index] = stratum.get(index));
            values[stratum.size()] = taken;
            return RowFactory.create(values);
        }
    }

    private static String stratum(int index) {
        return "s" + index;
    }

    private static Column[] array(List<Column> columns) {
        return columns.toArray(Column[]::new);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/** Draws a stratified sample. */
final class Strata {

    private static final String SIZE = "size";
    private static final String SPREAD = "spread";
    private static final String TAKE = "take";
    private static final String ALL = "all";
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
        Column[] values = IntStream.range(0, by.size())
                .mapToObj(index -> by.get(index).as(stratum(index)))
                .toArray(Column[]::new);
        Column[] stratum = Stream.concat(
                        IntStream.range(0, by.size()).mapToObj(Strata::stratum), Stream.of(SIZE, SPREAD))
                .map(functions::col)
                .toArray(Column[]::new);
        Dataset<Row> all = units.rows()
                .groupBy(values)
                .agg(count(lit(1)).as(SIZE), spread().as(SPREAD))
                .agg(sort_array(collect_list(struct(stratum))).as(ALL));
        // What one stratum gets depends on all of them, by turns: no column expression says that.
        UDF2<Seq<Long>, Seq<Double>, List<Long>> allocation = new Share(method.n(), method.allocation());
        Column taken = udf(allocation, DataTypes.createArrayType(DataTypes.LongType, false))
                .apply(col(ALL).getField(SIZE), col(ALL).getField(SPREAD));
        Column both = zip_with(col(ALL), taken, (one, rows) -> struct(one.as("stratum"), rows.as(TAKE)));
        return all.select(explode(both).as("one")).select("one.stratum.*", "one." + TAKE);
    }

    private Column spread() {
        if (!(method.allocation() instanceof Allocation.Neyman neyman)) {
            return lit(0.0);
        }
        Column value = units.column(neyman.target()).cast(DataTypes.DoubleType);
        Column finite = when(abs(value).leq(lit(Double.MAX_VALUE)), value);
        return udaf(new Spread(), Encoders.DOUBLE()).apply(finite);
    }

    /** The rows of each stratum, from the sizes and spreads of all; crosses to an executor. */
    private record Share(int n, Allocation allocation) implements UDF2<Seq<Long>, Seq<Double>, List<Long>> {

        @Override
        public List<Long> call(Seq<Long> sizes, Seq<Double> spreads) {
            return Apportionment.of(
                    n,
                    IntStream.range(0, sizes.length())
                            .mapToObj(index -> stratum(sizes.apply(index), spreads.apply(index)))
                            .toList());
        }

        private Apportionment.Stratum stratum(long size, double spread) {
            BigDecimal weight = BigDecimal.ONE;
            if (allocation instanceof Allocation.Proportional) {
                weight = BigDecimal.valueOf(size);
            } else if (allocation instanceof Allocation.Neyman) {
                weight = BigDecimal.valueOf(size).multiply(new BigDecimal(spread));
            }
            return new Apportionment.Stratum(size, weight);
        }
    }

    private static String stratum(int index) {
        return "s" + index;
    }

    private static Column[] array(List<Column> columns) {
        return columns.toArray(Column[]::new);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Gives each row of a side its salt, and copies it if it needs several. Rows of cold keys have the salt 0.
 *
 * @param keys the key columns
 * @param salt name of the new column
 * @param taken names that no column in between may have
 */
record Salting(Keys keys, String salt, List<String> taken) {

    /** Up to so many keys the salts are looked up in an expression; of more, a broadcast table takes less of the CPU. */
    static final int MAX_INLINE_KEYS = 10;

    private static final ArrayType CHOICE = DataTypes.createArrayType(DataTypes.IntegerType, false);

    private static final ArrayType CHOICES = DataTypes.createArrayType(CHOICE, false);

    /** Copies the list. */
    Salting {
        taken = List.copyOf(taken);
    }

    /**
     * All columns of the rows, then the salt ({@code INT}, never NULL). No shuffle, deterministic by the content of each row.
     *
     * @param choices for the hash of a key the choices of its rows
     * @param nullSalts salts of rows with a NULL key, empty for the salt 0
     */
    Dataset<Row> apply(Dataset<Row> rows, Map<Long, List<List<Integer>>> choices, List<Integer> nullSalts) {
        String hashName = Names.unused("hash", taken);
        String choicesName = Names.unused("choices", taken);
        Column hash = Input.column(hashName);
        Dataset<Row> hashed = rows.select(with(rows, keys.hash().as(hashName)));
        Dataset<Row> looked = choices.size() <= MAX_INLINE_KEYS
                ? hashed.select(
                        with(rows, orNull(inline(hash, choices), nullSalts).as(choicesName)))
                : hashed.join(
                                broadcast(table(rows, hashName, choicesName, choices)),
                                hash.equalTo(Input.column(hashName + "_key")),
                                "left_outer")
                        .select(with(
                                rows,
                                orNull(Input.column(choicesName), nullSalts).as(choicesName)));
        boolean copied = choices.values().stream().anyMatch(some -> some.get(0).size() > 1);
        return looked.select(with(
                rows, pick(rows.schema(), Input.column(choicesName), copied).as(salt)));
    }

    private Column pick(StructType schema, Column choices, boolean copied) {
        Column index = pmod(RowHash.of(schema), size(choices)).plus(lit(1)).cast(DataTypes.IntegerType);
        Column chosen = element_at(choices, index);
        return copied
                ? explode(when(choices.isNull(), array(lit(0))).otherwise(chosen))
                : when(choices.isNull(), lit(0)).otherwise(element_at(chosen, 1));
    }

    private Column orNull(Column choices, List<Integer> nullSalts) {
        Column ofNull = literal(nullSalts.stream().map(List::of).toList());
        return when(keys.missing(), nullSalts.isEmpty() ? lit(null).cast(CHOICES) : ofNull)
                .otherwise(choices);
    }

    private static Column inline(Column hash, Map<Long, List<List<Integer>>> choices) {
        if (choices.isEmpty()) {
            return lit(null).cast(CHOICES);
        }
        List<Map.Entry<Long, List<List<Integer>>>> entries = new ArrayList<>(choices.entrySet());
        // One CASE with a branch for each key: a chain of columns would nest as deep as there are keys.
        Column branches = when(
                hash.equalTo(lit(entries.get(0).getKey())),
                literal(entries.get(0).getValue()));
        for (Map.Entry<Long, List<List<Integer>>> entry : entries.subList(1, entries.size())) {
            branches = branches.when(hash.equalTo(lit(entry.getKey())), literal(entry.getValue()));
        }
        return when(hash.isin(choices.keySet().toArray()), branches)
                .otherwise(lit(null).cast(CHOICES));
    }

    private static Dataset<Row> table(
            Dataset<Row> rows, String hashName, String choicesName, Map<Long, List<List<Integer>>> choices) {
        StructType schema = new StructType()
                .add(hashName + "_key", DataTypes.LongType, false)
                .add(choicesName, CHOICES, false);
        List<Row> entries = choices.entrySet().stream()
                .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
                .toList();
        return rows.sparkSession().createDataFrame(entries, schema);
    }

    private static Column literal(List<List<Integer>> choices) {
        return Spark.column(new Literal(
                CatalystTypeConverters.createToCatalystConverter(CHOICES).apply(choices), CHOICES));
    }

    private static Column[] with(Dataset<Row> rows, Column added) {
        return Stream.concat(Arrays.stream(rows.columns()).map(Input::column), Stream.of(added))
                .toArray(Column[]::new);
    }
}

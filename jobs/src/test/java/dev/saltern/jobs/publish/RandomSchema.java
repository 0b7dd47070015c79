/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns that change at random, most of the time in a way that a person would. */
final class RandomSchema {
    private static final List<String> TYPES = List.of(
            "TINYINT",
            "SMALLINT",
            "INT",
            "BIGINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL(5,2)",
            "DECIMAL(9,2)",
            "DECIMAL(12,2)",
            "DECIMAL(18,2)",
            "DECIMAL(20,2)",
            "DECIMAL(30,2)",
            "STRING",
            "DATE",
            "TIMESTAMP");

    private static final int NAMES = 6;

    private final Random random;
    private StructType columns;

    RandomSchema(Random random) {
        this.random = random;
        this.columns =
                new StructType(new StructField[] {field("c0", leaf()), field("c1", leaf()), field("s", nested())});
    }

    StructType columns() {
        return columns;
    }

    void restore(StructType before) {
        columns = before;
    }

    /** Returns the columns behind one change. */
    StructType change() {
        columns = changed(columns, "c");
        return columns;
    }

    private StructType changed(StructType before, String prefix) {
        List<StructField> fields = new ArrayList<>(Arrays.asList(before.fields()));
        int place = random.nextInt(fields.size());
        StructField field = fields.get(place);
        switch (random.nextInt(8)) {
            case 0 -> fields.add(random.nextInt(fields.size() + 1), field(freeName(fields, prefix), any()));
            case 1 -> fields.set(place, field(freeName(fields, prefix), field.dataType()));
            case 2 -> fields.set(place, field(field.name(), leaf()));
            case 3 -> fields.set(place, field(field.name().toUpperCase(Locale.ROOT), field.dataType()));
            case 4 -> Collections.shuffle(fields, random);
            case 5 -> {
                if (fields.size() > 1) {
                    fields.remove(place);
                }
            }
            default -> fields.set(place, field(field.name(), deeper(field.dataType())));
        }
        return new StructType(fields.toArray(StructField[]::new));
    }

    /** Changes something within the type, or the type into its neighbour. */
    private DataType deeper(DataType type) {
        if (type instanceof StructType struct) {
            return changed(struct, "n");
        }
        if (type instanceof ArrayType list) {
            return new ArrayType(deeper(list.elementType()), true);
        }
        int at = TYPES.indexOf(type.sql());
        return DataType.fromDDL(TYPES.get(Math.floorMod(at + (random.nextInt(3) == 0 ? -1 : 1), TYPES.size())));
    }

    private String freeName(List<StructField> fields, String prefix) {
        List<String> taken = fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .toList();
        String name = prefix + random.nextInt(NAMES);
        for (int i = 0; taken.contains(name); i++) {
            name = prefix + i;
        }
        return name;
    }

    private DataType any() {
        return switch (random.nextInt(4)) {
            case 0 -> nested();
            case 1 -> new ArrayType(random.nextBoolean() ? leaf() : nested(), true);
            default -> leaf();
        };
    }

    private StructType nested() {
        return new StructType(new StructField[] {field("n0", leaf()), field("n1", leaf())});
    }

    private DataType leaf() {
        return DataType.fromDDL(TYPES.get(random.nextInt(TYPES.size())));
    }

    private static StructField field(String name, DataType type) {
        return new StructField(name, type, true, Metadata.empty());
    }
}

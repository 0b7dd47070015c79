/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.parted;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructType;

/**
 * How rows are split while they are written. Serializable: it is sent to the tasks.
 *
 * @param column the column, STRING, that says which part a row belongs to; the last one that is no partition column
 * @param main the part of the rows in which that column is NULL: most of them. No row names it
 * @param mainColumns how many columns the files of the main part have, the first ones of the rows; in its rows all others are NULL
 * @param partitionColumns number of partition columns, each of which is one folder
 */
public record Parts(String column, String main, int mainColumns, int partitionColumns) implements Serializable {
    private static final String COLUMN = "part-column";
    private static final String MAIN = "main-part";
    private static final String MAIN_COLUMNS = "main-columns";
    private static final String PARTITION_COLUMNS = "partition-columns";

    /** Returns the folder of a part, below the one that is written to. */
    public static String folder(String column, String part) {
        return column + "=" + part;
    }

    /** Returns the options of a write in the format {@link PartedParquet}. */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(COLUMN, column);
        options.put(MAIN, main);
        options.put(MAIN_COLUMNS, Integer.toString(mainColumns));
        options.put(PARTITION_COLUMNS, Integer.toString(partitionColumns));
        return options;
    }

    /** Returns what {@link #options} told. */
    static Parts of(Map<String, String> options) {
        return new Parts(
                option(options, COLUMN),
                option(options, MAIN),
                Integer.parseInt(option(options, MAIN_COLUMNS)),
                Integer.parseInt(option(options, PARTITION_COLUMNS)));
    }

    private static String option(Map<String, String> options, String name) {
        return Objects.requireNonNull(options.get(name), name);
    }

    /** Returns the path of a part's file for one that Spark would write: the folder of the part stands above those of the partition. */
    String path(String part, String plain) {
        Path file = new Path(plain);
        Path above = file.getParent();
        String below = file.getName();
        for (int i = 0; i < partitionColumns; i++) {
            below = above.getName() + Path.SEPARATOR + below;
            above = above.getParent();
        }
        return above + Path.SEPARATOR + folder(column, part) + Path.SEPARATOR + below;
    }

    /** Returns the columns of the files, of rows that have the column of the part behind them. */
    StructType written(StructType rows) {
        int last = rows.length() - 1;
        if (last < mainColumns || !rows.apply(last).name().equals(column)) {
            throw new IllegalArgumentException("Cannot split rows: the last column is "
                    + rows.apply(Math.max(0, last)).name() + " and must be " + column);
        }
        return first(rows, last);
    }

    /** Returns the columns of the files of the main part. */
    StructType writtenOfMain(StructType rows) {
        return first(rows, mainColumns);
    }

    private static StructType first(StructType columns, int count) {
        StructType first = new StructType();
        for (int i = 0; i < count; i++) {
            first = first.add(columns.apply(i));
        }
        return first;
    }
}

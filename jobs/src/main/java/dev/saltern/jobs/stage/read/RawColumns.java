/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns that follow the data in every raw row; their names are reserved. */
public final class RawColumns {
    /** STRING: the file's path as it was listed. */
    public static final String FILE = "_file";
    /** BIGINT: the 1-based line on which the record starts; NULL where it is not known. */
    public static final String LINE = "_line";
    /** DATE: the first day of the period for which the file was listed; NULL if its path names none. */
    public static final String PERIOD = "_period";
    /** STRING: the record as it stands in the file, without its line end. */
    public static final String ORIGINAL = "_original";
    /** STRING: why the record could not be taken apart into cells; NULL if it could. */
    public static final String CORRUPT = "_corrupt";
    /** ARRAY of STRUCT of id and reason: cells that do not convert and missing required values; NULL if there are none. */
    public static final String PROBLEMS = "_problems";
    /** STRING: on a marker row, why the file cannot be read whole; NULL on records. */
    public static final String UNREADABLE = "_unreadable";
    /** BOOLEAN: true on a marker row that lists, in {@link #PROBLEMS}, how the file's columns differ from the schema; else NULL. */
    public static final String DRIFT = "_drift";

    /** The id, in a drift marker's problems, of a column that the schema does not name. */
    public static final String UNKNOWN_COLUMN = "unknown";
    /** The id, in a drift marker's problems, of a declared column that the file lacks. */
    public static final String MISSING_COLUMN = "missing";

    /** The type of {@link #PROBLEMS}. */
    public static final DataType PROBLEMS_TYPE = DataTypes.createArrayType(
            new StructType().add("id", DataTypes.StringType, true).add("reason", DataTypes.StringType, true), false);

    private static final List<StructField> FIELDS = List.of(
            field(FILE, DataTypes.StringType),
            field(LINE, DataTypes.LongType),
            field(PERIOD, DataTypes.DateType),
            field(ORIGINAL, DataTypes.StringType),
            field(CORRUPT, DataTypes.StringType),
            field(PROBLEMS, PROBLEMS_TYPE),
            field(UNREADABLE, DataTypes.StringType),
            field(DRIFT, DataTypes.BooleanType));

    private RawColumns() {}

    /** Returns the data columns, followed by the columns of this class; all are nullable, as a required value may be missing. */
    public static StructType after(StructType data) {
        StructType schema = data.asNullable();
        for (StructField field : FIELDS) {
            schema = schema.add(field);
        }
        return schema;
    }

    /** Returns whether the name is one of the names of this class, in any case of letters. */
    public static boolean reserves(String name) {
        return FIELDS.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    private static StructField field(String name, DataType type) {
        return DataTypes.createStructField(name, type, true);
    }
}

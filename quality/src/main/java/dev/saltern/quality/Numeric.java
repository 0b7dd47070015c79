/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Whether columns hold numbers. */
final class Numeric {
    private Numeric() {}

    /** Reports each column of the rule that holds no numbers, and returns whether there is none. */
    static boolean check(String noun, FiledRule filed, List<StructField> fields, Scope scope) {
        boolean numeric = true;
        for (int i = 0; i < fields.size(); i++) {
            if (!(fields.get(i).dataType() instanceof NumericType)) {
                refuse(noun, filed, fields, i, scope);
                numeric = false;
            }
        }
        return numeric;
    }

    static void refuse(String noun, FiledRule filed, List<StructField> fields, int i, Scope scope) {
        StructField field = fields.get(i);
        scope.problem(
                filed.rule().parts().columns().get(i),
                "Cannot take the " + noun + " of " + field.name() + ": the column is "
                        + field.dataType().simpleString());
    }

    static boolean isWhole(NumericType type) {
        return !(type instanceof DecimalType || type instanceof DoubleType || type instanceof FloatType);
    }
}

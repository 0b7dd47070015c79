/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Span;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/** Whether rows can be brought together by the values of columns. */
final class Groupable {
    private Groupable() {}

    /** Reports each column that holds maps, which have no equality, and returns whether there is none. */
    static boolean check(FiledRule filed, List<StructField> fields, Scope scope) {
        boolean groupable = true;
        for (int i = 0; i < fields.size(); i++) {
            DataType type = fields.get(i).dataType();
            if (type.existsRecursively(part -> part instanceof MapType)) {
                List<Span> places = filed.rule().parts().columns();
                scope.problem(
                        i < places.size() ? places.get(i) : filed.rule().span(),
                        "Cannot compare rows by " + fields.get(i).name() + ": the column is " + type.simpleString());
                groupable = false;
            }
        }
        return groupable;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.spark.sql.types.StructField;

/**
 * Which cell of a csv record belongs to which column.
 *
 * @param ordinals for each cell the column, or -1 for none
 * @param unknown names that the schema does not have
 * @param missing declared columns that no cell belongs to
 */
record CsvHeader(List<Integer> ordinals, List<String> unknown, List<String> missing) {
    /** Returns the columns of a file without a header: those that do not come from the path, in the order of the schema. */
    static CsvHeader ofSchema(ReadRequest request, IntPredicate fromPath) {
        List<Integer> ordinals = new ArrayList<>();
        for (int i = 0; i < request.declaredColumns(); i++) {
            if (!fromPath.test(i)) {
                ordinals.add(i);
            }
        }
        return new CsvHeader(ordinals, List.of(), List.of());
    }

    /** Matches the names in the header with the columns; blanks around a name count only if the schema has them, too. */
    static CsvHeader match(CsvCells cells, ReadRequest request, IntPredicate fromPath) throws UnreadableException {
        List<Integer> ordinals = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.count(); i++) {
            String name =
                    new String(cells.bytes(i), cells.start(i), cells.end(i) - cells.start(i), StandardCharsets.UTF_8);
            int ordinal = ordinal(name, request);
            String known = ordinal < 0 ? name : request.data().fields()[ordinal].name();
            if (!seen.add(known)) {
                throw new UnreadableException("the header names the column '" + known + "' twice");
            }
            if (ordinal < 0) {
                unknown.add(name);
            }
            ordinals.add(ordinal >= 0 && fromPath.test(ordinal) ? -1 : ordinal);
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < request.declaredColumns(); i++) {
            if (!ordinals.contains(i) && !fromPath.test(i)) {
                missing.add(request.data().fields()[i].name());
            }
        }
        return new CsvHeader(ordinals, unknown, missing);
    }

    /** Returns the same columns for a slice that leaves it to another to report what is unknown and missing. */
    CsvHeader unreported() {
        return new CsvHeader(ordinals, List.of(), List.of());
    }

    private static int ordinal(String name, ReadRequest request) {
        StructField[] fields = request.data().fields();
        int trimmed = -1;
        for (int i = 0; i < request.declaredColumns(); i++) {
            if (fields[i].name().equals(name)) {
                return i;
            }
            if (fields[i].name().equals(name.strip())) {
                trimmed = i;
            }
        }
        return trimmed;
    }
}

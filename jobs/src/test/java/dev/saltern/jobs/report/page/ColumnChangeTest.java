/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

final class ColumnChangeTest {
    private static String schema(String ddl) {
        return StructType.fromDDL(ddl).json();
    }

    @Test
    void tellsWhatBecameOfEachColumn() {
        assertThat(ColumnChange.between(schema("a BIGINT, b INT, c STRING"), schema("a BIGINT, b DOUBLE, d DATE")))
                .containsExactly(
                        new ColumnChange("a", "bigint", ColumnChange.Change.SAME, null),
                        new ColumnChange("b", "double", ColumnChange.Change.RETYPED, "int"),
                        new ColumnChange("d", "date", ColumnChange.Change.ADDED, null),
                        new ColumnChange("c", "string", ColumnChange.Change.GONE, null));
    }

    @Test
    void theFirstRunHasNothingNew() {
        assertThat(ColumnChange.between(null, schema("a MAP<STRING, ARRAY<STRUCT<x: INT>>>")))
                .containsExactly(
                        new ColumnChange("a", "map<string, array<struct<x: int>>>", ColumnChange.Change.SAME, null));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableViewsTest {
    private static List<NamedQuery> views(String columns) {
        ObjectNode plan = new ObjectMapper().createObjectNode();
        plan.putArray("writes").addObject().put("table", "sensor_daily").put("columns", columns);
        return TableViews.of(plan, "saltern");
    }

    @Test
    void aViewIsWideTypedAndDocumented() {
        String sql = views(
                        "dt STRING NOT NULL,`Room Name` STRING COMMENT 'Where it hangs, as people say',mean DOUBLE,n BIGINT,at TIMESTAMP,"
                                + "price DECIMAL(10,2),meta STRUCT<firmware: STRING, battery: DOUBLE>,tags ARRAY<STRING>")
                .get(0)
                .sql();
        assertThat(sql).isEqualTo("""
                CREATE OR REPLACE VIEW "saltern"."sensor_daily_wide" AS
                SELECT
                  CAST("dt" AS varchar) AS "dt",
                  -- Where it hangs, as people say
                  CAST("room name" AS varchar) AS "Room Name",
                  CAST("mean" AS double) AS "mean",
                  CAST("n" AS bigint) AS "n",
                  CAST("at" AS timestamp(3)) AS "at",
                  CAST("price" AS decimal(10,2)) AS "price",
                  CAST("meta"."firmware" AS varchar) AS "meta_firmware",
                  CAST("meta"."battery" AS double) AS "meta_battery",
                  CAST(json_format(CAST("tags" AS json)) AS varchar) AS "tags"
                FROM "saltern"."sensor_daily\"""");
    }

    @Test
    void whatIsNoListOfColumnsIsRefused() {
        assertThatThrownBy(() -> views("nothing")).hasMessage("Cannot read column nothing");
    }

    @Test
    void redshiftReadsTheCatalog() {
        assertThat(TableViews.spectrum("saltern", "us-east-1", "arn:aws:iam::111122223333:role/redshift"))
                .isEqualTo("""
                CREATE EXTERNAL SCHEMA IF NOT EXISTS "saltern"
                FROM DATA CATALOG DATABASE 'saltern'
                REGION 'us-east-1'
                IAM_ROLE 'arn:aws:iam::111122223333:role/redshift'""");
    }
}

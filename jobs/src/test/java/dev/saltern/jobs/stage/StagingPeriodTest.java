/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import dev.saltern.jobs.TestSession;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.JavaConverters;

class StagingPeriodTest {
    @TempDir
    Path folder;

    @Test
    void aDatedPathGivesThePartitionAndItsPartsGiveColumns() {
        Raw raw = Raw.csv(folder, "v INT, plant INT")
                .file("dt=2026-01-30/plant_7 {a}.csv", "v\n1\n")
                .file("dt=2026-01-31/deep/plant_x.csv", "v\n2\n")
                .file("dt=2026-01-31/_tmp/plant_9.csv", "v\n3\n")
                .file("dt=2026-01-31/.hidden.csv", "v\n4\n")
                .file("dt=2026-02-01/plant_9.csv", "v\n5\n");
        raw.path = raw.folder + "/dt=${dt}/";
        raw.columnsFromPath = "plant_(?<plant>[^. ]+) ?(?<line_no>.*)\\.csv";
        raw.scope = new Scope(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 1, 31));

        StagedSource staged = raw.stage();

        assertThat(staged.kept().schema().simpleString()).isEqualTo("struct<v:int,plant:int,line_no:string,dt:date>");
        assertThat(Raw.kept(staged)).containsExactly("[1,7,{a},2026-01-30]");
        assertThat(Raw.setAside(staged)).containsExactly("2|2|type \"plant\"|plant is 'x' (must be INT)");
        assertThat(staged.setAside().select("dt").head().get(0)).hasToString("2026-01-31");
    }

    @Test
    void rowsOfOtherPeriodsAreIgnoredOrSetAside() {
        Raw raw = Raw.csv(folder, "v INT, at TIMESTAMP")
                .file("a.csv", "v,at\n1,2026-01-31T23:30:00\n2,2026-01-30T12:00:00\n3,\n4,soon\n");
        raw.zone = ZoneId.of("Europe/Berlin");
        raw.partition = "at -- the day";

        StagedSource ignored = raw.stage();

        assertThat(ignored.kept().select("v", "dt").collectAsList()).hasToString("[[1,2026-01-31]]");
        assertThat(Raw.setAside(ignored))
                .containsExactly(
                        "4|3,|partition|dt is NULL",
                        "5|4,soon|type \"at\";partition|at is 'soon' (must be TIMESTAMP);dt is NULL");
        assertThat(ignored.account().outside()).isEqualTo(1);
        assertThat(ignored.account().balances()).isTrue();

        raw.outside = Source.Outside.QUARANTINE;
        StagedSource quarantined = raw.stage();

        assertThat(Raw.setAside(quarantined))
                .contains("3|2,2026-01-30T12:00:00|partition|dt is 2026-01-30 (must be in 2026-01-31)");
        assertThat(quarantined.account().quarantinedBy()).containsEntry("partition", 3L);
        assertThat(quarantined.setAside().select("dt").distinct().collectAsList())
                .hasToString("[[2026-01-31]]");
    }

    @Test
    void rulesSetRowsAsideWithAllReasonsOrDropThem() {
        Raw raw = Raw.csv(folder, "v INT, w INT").file("a.csv", "v,w\n1,1\n-1,x\n-2,1\n99,1\n");
        raw.checks = new RowChecks() {
            @Override
            public Column isBroken(Action action) {
                Column broken = action == Action.DROP
                        ? functions.col("v").gt(50)
                        : functions.col("v").lt(0);
                return functions.coalesce(broken, functions.lit(false));
            }

            @Override
            public Column ids(Action action) {
                return functions
                        .when(isBroken(action), functions.array(functions.lit(action.name())))
                        .otherwise(functions.array().cast("array<string>"));
            }

            @Override
            public Column reasons(Action action) {
                return functions
                        .when(isBroken(action), functions.array(functions.lit("v is bad")))
                        .otherwise(functions.array().cast("array<string>"));
            }
        };

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[1,1]");
        assertThat(Raw.setAside(staged))
                .containsExactly(
                        "3|-1,x|type \"w\";QUARANTINE|w is 'x' (must be INT);v is bad", "4|-2,1|QUARANTINE|v is bad");
        assertThat(staged.account().quarantined()).isEqualTo(2);
        assertThat(staged.account().droppedBy()).containsEntry("DROP", 1L);
        assertThat(staged.account().balances()).isTrue();
    }

    @Test
    void monthsAndCalendarColumnsHaveTheirTypes() {
        Raw raw = Raw.csv(folder, "v INT").file("2026/01/a.csv", "v\n1\n");
        raw.path = raw.folder + "/${year}/${month}/*.csv";
        raw.partitioning = new Partitioning(List.of("year", "month"), Grain.MONTH);
        raw.scope = new Scope(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        assertThat(Raw.kept(raw.stage())).containsExactly("[1,2026,1]");

        raw.partitioning = new Partitioning(List.of("m"), Grain.MONTH);
        assertThat(Raw.kept(raw.stage())).containsExactly("[1,2026-01]");
    }

    @Test
    void impossibleSchemasAndPartitionsAreRefused() {
        Raw raw = Raw.csv(folder, "dt STRING, m MAP<STRING, INT>, _file INT").file("dt=2026-01-31/a.csv", "v\n1\n");
        raw.path = raw.folder + "/dt=${dt}";
        assertThatThrownBy(raw::stage)
                .hasMessageContaining("Invalid column: dt (must not have the name of the partition column")
                .hasMessageContaining("Invalid type of column m: MAP<STRING, INT> (must be a scalar type")
                .hasMessageContaining("Invalid column: _file (must not be a name that staging uses itself)");

        raw.schema = "dt STRING";
        raw.partition = "nope";
        assertThatThrownBy(raw::stage).hasMessageContaining("Invalid partition of the source readings: nope");
    }

    @Test
    void fixedWidthCellsAreCutByCharactersAndTrimmed() {
        Raw raw = Raw.csv(folder, "a STRING, b INT, c STRING")
                .file("a.txt", "\u00e9\u00e9  12x  \nab   7y\nab 12\nab   7yzzz\n     7y    \n");
        raw.format = SourceFormat.FIXED_WIDTH;
        raw.widths = List.of(3, 3, 3);

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[ab,7,y]", "[null,7,y]", "[\u00e9\u00e9,12,x]");
        assertThat(Raw.setAside(staged))
                .containsExactly(
                        "3|ab 12|corrupt|5 characters where 9 are expected",
                        "4|ab   7yzzz|corrupt|10 characters where 9 are expected");
    }

    @Test
    void keysThatCannotBeMeantAreReportedTogether() {
        Raw raw = Raw.csv(folder, "a STRING, b STRING").file("a.txt", "xy\n");
        raw.format = SourceFormat.FIXED_WIDTH;
        raw.widths = List.of(1);
        raw.timestampFormats = List.of("yyyy-bb");
        assertThatThrownBy(raw::stage)
                .hasMessageContaining("Invalid widths: [1] (must be 2 numbers of at least 1")
                .hasMessageContaining(
                        "Invalid timestamp-formats: yyyy-bb (must be a pattern of dates and times: Unknown");

        raw.columnsFromPath = "(?<open";
        assertThatThrownBy(raw::stage).hasMessageContaining("Invalid columns-from-path: (?<open (must be a regular");
    }

    @Test
    void stagingNeitherSortsNorShufflesAndLeavesNoSettings() throws Exception {
        SparkSession spark = TestSession.session();
        Map<String, String> before = JavaConverters.mapAsJavaMap(spark.conf().getAll());
        List<String> plans = new CopyOnWriteArrayList<>();
        SparkListener listener = new SparkListener() {
            @Override
            public void onOtherEvent(SparkListenerEvent event) {
                if (event instanceof SparkListenerSQLExecutionStart start) {
                    plans.add(start.physicalPlanDescription());
                }
            }
        };
        spark.sparkContext().addSparkListener(listener);
        try {
            Raw.csv(folder, "a INT").file("a.csv", "a\n1\nx\n").stage();
            spark.sparkContext().listenerBus().waitUntilEmpty();
        } finally {
            spark.sparkContext().removeSparkListener(listener);
        }

        assertThat(plans)
                .filteredOn(plan -> plan.contains("InsertIntoHadoopFsRelationCommand"))
                .singleElement()
                .asString()
                .contains("CollectMetrics")
                .doesNotContain("Sort")
                .doesNotContain("Exchange");
        assertThat(JavaConverters.mapAsJavaMap(spark.conf().getAll())).isEqualTo(before);
    }
}

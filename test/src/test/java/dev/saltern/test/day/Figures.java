/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import dev.saltern.conf.Environment;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.jobs.session.Sessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows of each table and day, summed up as their count and an order-free checksum; read as any Spark user would. */
final class Figures {
    private final SparkSession session;
    private final String database;

    private Figures(SparkSession session, String database) {
        this.session = session;
        this.database = database;
    }

    /** Opens a session of its own on a lake. It asks the catalog nothing before it is used. */
    static Figures open(Path conf, Path lake) {
        Environment environment = EnvironmentLoader.load(
                new ConfigurationFolder(conf).environment("local"), Map.of("lake", lake.toString()));
        SparkSession session = Sessions.withCatalog(environment).newSession();
        // Spark remembers which files a folder holds; a reader who has just come would see what was added to it.
        session.conf().set("spark.sql.hive.filesourcePartitionFileCacheSize", "0");
        return new Figures(session, environment.database());
    }

    /** Returns the tables that the catalog names. */
    List<String> tables() {
        if (!session.catalog().databaseExists(database)) {
            return List.of();
        }
        return session.sql("SHOW TABLES IN `" + database + "`")
                .select("tableName")
                .as(Encoders.STRING())
                .collectAsList();
    }

    /** Returns the figure of each day of a table. */
    Map<String, String> of(String table) {
        String columns = table.endsWith("_quarantine") ? "source, file, line, original, rule_ids, reasons" : "*";
        String sql =
                "SELECT CAST(dt AS STRING), count(*), CAST(sum(CAST(xxhash64(%s) AS DECIMAL(20, 0))) AS STRING) FROM `%s`.`%s` GROUP BY dt";
        Map<String, String> days = new TreeMap<>();
        for (Row row : session.sql(sql.formatted(columns, database, table)).collectAsList()) {
            days.put(row.getString(0), row.getLong(1) + " rows, checksum " + row.getString(2));
        }
        return days;
    }
}

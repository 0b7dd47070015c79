/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.profile;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalog.Column;

/** A table that runs have published, read through the catalog. */
public final class PublishedTable {
    private final SparkSession session;
    private final String qualified;

    /**
     * Finds a table.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if the database has no table of that name
     */
    public PublishedTable(SparkSession session, String database, String name) {
        this.session = session;
        this.qualified = "`" + database + "`.`" + name.replace("`", "``") + "`";
        if (!session.catalog().tableExists(qualified)) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Cannot find table " + name
                            + ": nothing of that name is published. saltern query 'SHOW TABLES' lists the tables");
        }
    }

    /** Returns its rows as they are published. */
    public Dataset<Row> rows() {
        return session.table(qualified);
    }

    /** Returns the columns it is partitioned by. */
    public List<String> partitionColumns() {
        try {
            return session.catalog().listColumns(qualified).collectAsList().stream()
                    .filter(Column::isPartition)
                    .map(Column::name)
                    .toList();
        } catch (AnalysisException e) {
            throw new IllegalStateException("Cannot read the columns of " + qualified, e);
        }
    }
}

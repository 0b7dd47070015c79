/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.search;

import dev.saltern.conf.Output;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Search;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.report.RunReport;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Copies what a run published, for tables that ask for it, into files as OpenSearch takes them in bulk. */
public final class SearchFiles {
    /** The folder of the copies in the lake. */
    static final String FOLDER = "_search";

    /** So many documents of a kilobyte come to a request of the size that OpenSearch likes. */
    private static final int DOCUMENTS_PER_FILE = 20_000;

    private final SparkSession session;
    private final Lake lake;

    /** Writes to a lake. */
    public SearchFiles(SparkSession session, Lake lake) {
        this.session = session;
        this.lake = lake;
    }

    /**
     * Writes the copies of a run that published; what was published stays published if that fails.
     *
     * @return the report, with a note for each copy
     */
    public RunReport write(RunReport report, Pipeline pipeline, List<SealedRun> sealed) {
        RunReport noted = report;
        for (SealedRun run : sealed) {
            Output output = pipeline.outputs().get(run.table().table());
            Search search = output == null ? null : output.search();
            if (search != null && report.verdict() == RunReport.Verdict.PUBLISHED) {
                noted = noted.noting(copy(run, search, report.run()));
            }
        }
        return noted;
    }

    private String copy(SealedRun run, Search search, String id) {
        String table = run.table().table();
        String folder = FOLDER + "/" + table + "/" + id;
        try {
            session.sparkContext().setJobDescription("copying " + table + " for OpenSearch");
            Dataset<Row> rows = session.read().schema(run.table().schema()).parquet(lake.resolve(run.path()));
            new BulkLines(search.index(), search.id())
                    .of(rows)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .option("compression", "gzip")
                    .option("maxRecordsPerFile", DOCUMENTS_PER_FILE)
                    .text(lake.resolve(folder));
            return table + " is copied for the index " + search.index() + ": send each file of " + folder + " to _bulk";
        } catch (RuntimeException e) {
            // Whatever it is: a day that is published must not end as a failure for the sake of its copy.
            return "Cannot copy " + table + " for the index " + search.index() + ": " + e
                    + ". The table itself is live; make the copy by saltern query --bulk";
        }
    }
}

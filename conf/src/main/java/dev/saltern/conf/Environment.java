/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a pipeline runs.
 *
 * @param name the environment's name, such as {@code local}
 * @param lake the folder of the published tables, their runs and journals: a path or an {@code s3://} address
 * @param database the catalog database of the tables
 * @param catalog who keeps the tables for their readers
 * @param metastore the local folder of an embedded catalog for a lake on S3, or null for the catalog that Spark is configured for
 * @param access how the buckets and the catalog are reached, in the region of the account unless it says another
 * @param variables values of {@code ${name}}; the command line stands above them
 * @param spark Spark settings, by full name
 * @param accelerator what computes parts of Spark's queries outside the JVM
 * @param aws the account that clusters are launched in, or null where nothing is launched
 */
public record Environment(
        @Key(name = "environment", doc = "The environment's name.")
        String name,

        @Key(doc = "The folder of the published tables, their runs and journals: a path or an s3:// address.")
        String lake,

        @Key(doc = "The catalog database of the tables.", defaultValue = DEFAULT_DATABASE)
        String database,

        @Key(
                doc =
                        "Who keeps the tables for their readers: session, the catalog of the Spark session, which is embedded on a laptop"
                                + " and whatever a cluster is configured for there; or glue, the AWS Glue Data Catalog by its own API.",
                defaultValue = DEFAULT_CATALOG)
        CatalogKind catalog,

        @Key(
                doc =
                        "A local folder that holds the catalog of a lake on S3, where no cluster brings one. A lake on a local path holds its own.")
        @Nullable
        String metastore,

        @Key(
                doc =
                        "How the buckets and the catalog are reached. Credentials come from the SDK's default chain, never from a file of Saltern.",
                defaultValue = "{}")
        Access access,

        @Key(doc = "Values of ${name}; --set stands above them.")
        Map<String, String> variables,

        @Key(doc = "Spark settings, by full name.") Map<String, String> spark,

        @Key(
                doc =
                        "What computes parts of Spark's queries outside the JVM: none, or comet, Apache DataFusion Comet, whose jar must be on the"
                                + " class path of driver and executors. Where it cannot be had, Spark does all, and the run says why.",
                defaultValue = DEFAULT_ACCELERATOR)
        Accelerator accelerator,

        @Key(doc = "The AWS account that saltern launch starts clusters in.") @Nullable
        Account aws) {
    /** The catalog database of the tables. */
    public static final String DEFAULT_DATABASE = "saltern";

    /** The catalog that every Spark session of the same surroundings sees. */
    public static final String DEFAULT_CATALOG = "session";

    /** Spark alone: what Comet gains on one step it loses on another. */
    public static final String DEFAULT_ACCELERATOR = "none";

    public Environment {
        access = aws == null ? access : access.inRegion(aws.region());
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        spark = Collections.unmodifiableMap(new LinkedHashMap<>(spark));
    }

    /** Creates an environment in which nothing is launched. */
    public Environment(
            String name, String lake, String database, Map<String, String> variables, Map<String, String> spark) {
        this(name, lake, database, variables, spark, null);
    }

    /** Creates an environment whose tables are kept in the catalog of the Spark session. */
    public Environment(
            String name,
            String lake,
            String database,
            Map<String, String> variables,
            Map<String, String> spark,
            @Nullable Account aws) {
        this(name, lake, database, CatalogKind.SESSION, null, Access.DEFAULT, variables, spark, Accelerator.NONE, aws);
    }
}

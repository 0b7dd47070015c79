/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;

/** Reads the folder names that Spark gives to partitions: {@code dt=2026-01-31}, with odd characters as {@code %2F}. */
public final class PartitionPath {
    /** What stands in a path for null and for the empty text. */
    public static final String NULL = "__HIVE_DEFAULT_PARTITION__";

    private PartitionPath() {}

    /**
     * Returns the value of each partition column, unescaped.
     *
     * @param path the folder relative to the run's folder
     * @param columns the partition columns in order
     * @throws SalternException if the path does not name exactly these columns
     */
    static Map<String, String> parse(String path, List<String> columns) {
        String[] steps = path.isEmpty() ? new String[0] : path.split("/", -1);
        Map<String, String> values = new LinkedHashMap<>();
        for (String step : steps) {
            int equals = step.indexOf('=');
            if (equals > 0) {
                values.put(unescape(step.substring(0, equals)), unescape(step.substring(equals + 1)));
            }
        }
        if (steps.length != columns.size() || !List.copyOf(values.keySet()).equals(columns)) {
            throw new SalternException(
                    ExitCode.INTERNAL,
                    "Cannot seal folder '" + path + "': it does not name the partition columns " + columns);
        }
        return values;
    }

    private static String unescape(String text) {
        return ExternalCatalogUtils.unescapePathName(text);
    }
}

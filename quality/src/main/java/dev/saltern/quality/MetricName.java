/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;

/**
 * The names of observed numbers, as AWS Glue reports them.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types.html">DQDL rule type reference, Reported Metrics</a>
 */
final class MetricName {
    private MetricName() {}

    static String of(String column, String metric) {
        return "Column." + column + "." + metric;
    }

    /** Returns the name for one column, for several, or for none the name for the table. */
    static String of(List<String> columns, String metric) {
        return switch (columns.size()) {
            case 0 -> table(metric);
            case 1 -> of(columns.get(0), metric);
            default -> "Multicolumn." + String.join(",", columns) + "." + metric;
        };
    }

    /** Returns the name for a comparison with another table. */
    static String dataset(String name, String metric) {
        return "Dataset." + name + "." + metric;
    }

    static String table(String metric) {
        return "Dataset.*." + metric;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;

/**
 * A Spark SQL query over the views before it.
 */
public record SqlStep(
        @Key(doc = "The step's name, the view that later steps and outputs use.")
        String name,

        @Key(
                doc = "A Spark SQL query, or a .sql file; sources and earlier steps are its tables,"
                        + " ${from} and ${to} the first and the last day of the run.",
                file = ".sql",
                runVariables = {"from", "to"})
        Text sql)
        implements Step {

    @Override
    public List<String> inputs() {
        return List.of();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * What {@link Staging} is asked for.
 *
 * @param name of the source
 * @param source how it is read
 * @param schema its declared columns
 * @param files its files
 * @param checks its row rules
 * @param partitioning how the run's tables are cut
 * @param scope the days that the run claims
 * @param target a folder for the staged files; what is in it is replaced
 * @param keySets lists of columns of the staged schema over whose values the spread of the kept rows is measured; may be empty
 */
public record StageRequest(
        String name,
        Source source,
        StructType schema,
        SourceFiles files,
        RowChecks checks,
        Partitioning partitioning,
        Scope scope,
        String target,
        List<List<String>> keySets) {
    /** Copies the lists. */
    public StageRequest {
        keySets = keySets.stream().map(List::copyOf).toList();
    }

    /** Asks for no measurement of keys. */
    public StageRequest(
            String name,
            Source source,
            StructType schema,
            SourceFiles files,
            RowChecks checks,
            Partitioning partitioning,
            Scope scope,
            String target) {
        this(name, source, schema, files, checks, partitioning, scope, target, List.of());
    }
}

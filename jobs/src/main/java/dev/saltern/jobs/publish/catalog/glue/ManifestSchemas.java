/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.LakeStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Reads the schemas of runs from their manifests, each once. Thread-safe. */
public final class ManifestSchemas implements RunSchemas {
    private final LakeStore lake;
    private final Map<String, Optional<StructType>> known = new ConcurrentHashMap<>();

    /** Reads manifests of a lake. */
    public ManifestSchemas(LakeStore lake) {
        this.lake = lake;
    }

    @Override
    public Optional<StructType> find(TableSpec table, String runId) {
        return known.computeIfAbsent(
                table.table() + "/" + runId,
                ignored -> new RunFolder(lake, table.table(), new RunId(runId))
                        .read(RunFolder.MANIFEST, Manifest.class)
                        .map(manifest -> (StructType) DataType.fromJson(manifest.schema())));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.Bucket;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a sealed run holds; a run without a manifest does not exist.
 *
 * @param runId the run's name
 * @param key its idempotency key
 * @param pipeline the pipeline's name
 * @param table the table's name
 * @param scope the claimed periods as text
 * @param claimed the values of every claimed partition
 * @param baseVersion the table's newest journal version when the run began, or 0
 * @param schema the table's schema as JSON, data columns first
 * @param schemaHash the SHA-256 of {@code schema}
 * @param codeVersion the version of the code that wrote it
 * @param created when it was sealed
 * @param inputs the files that were read
 * @param partitions what was written, ordered by path
 * @param fixed what was discovered in the run and holds from then on
 * @param fingerprint a hash of the pipeline that wrote it and everything it refers to; null in manifests that do not say
 * @param bucket how the rows of a partition lie in buckets, or null for not at all, and in manifests that do not say
 */
public record Manifest(
        RunId runId,
        IdempotencyKey key,
        String pipeline,
        String table,
        String scope,
        List<Map<String, String>> claimed,
        long baseVersion,
        String schema,
        String schemaHash,
        String codeVersion,
        Instant created,
        List<InputFile> inputs,
        List<SealedPartition> partitions,
        Map<String, String> fixed,
        @Nullable String fingerprint,
        @Nullable Bucket bucket) {
    /** The fingerprint of a run that claims partitions in order to drop them, and writes nothing. */
    public static final String RETENTION = "retention";

    public Manifest {
        claimed = claimed.stream().map(Claim::ordered).toList();
        inputs = List.copyOf(inputs);
        partitions = List.copyOf(partitions);
        fixed = Collections.unmodifiableMap(new TreeMap<>(fixed));
    }

    /** Returns the manifest of a run that was just written. */
    static Manifest of(StartedRun run, RunDescription description, List<SealedPartition> partitions, Instant created) {
        String schema = run.table().schema().json();
        return new Manifest(
                run.runId(),
                run.key(),
                description.pipeline(),
                run.table().table(),
                run.claim().text(),
                run.claim().partitions(),
                run.baseVersion(),
                schema,
                IdempotencyKey.hash(schema),
                description.codeVersion(),
                created,
                description.inputs(),
                partitions,
                description.fixed(),
                description.fingerprint(),
                run.table().bucket());
    }

    /** Returns the bytes of all files. */
    public long bytes() {
        return partitions.stream()
                .flatMap(partition -> partition.files().stream())
                .mapToLong(SealedFile::size)
                .sum();
    }

    /** Returns the rows of all partitions. */
    public long rows() {
        return partitions.stream().mapToLong(SealedPartition::rows).sum();
    }
}

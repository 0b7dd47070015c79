/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.compact;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.ByteSize;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.SealedFile;
import dev.saltern.jobs.publish.run.SealedPartition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A live partition that could have fewer files.
 *
 * @param state what the journal says of it
 * @param sealed its files
 * @param wantedFiles how many files it should have
 */
record Candidate(PartitionState state, SealedPartition sealed, int wantedFiles) {
    /** Spark ends the name of a file in a bucket with the number of that. */
    private static final Pattern BUCKET = Pattern.compile(".*_([0-9]{5})(?:\\..*)?");

    /** Returns the partition; a table in buckets wants one file for each that has rows. */
    static Candidate of(PartitionState state, SealedPartition sealed, @Nullable Bucket bucket, ByteSize target) {
        long wanted = bucket == null ? (bytes(sealed) + target.bytes() - 1) / target.bytes() : buckets(sealed);
        return new Candidate(state, sealed, (int) Math.max(1, wanted));
    }

    /** Returns whether it has more files than it should. */
    boolean gains() {
        return sealed.files().size() > wantedFiles;
    }

    long bytes() {
        return bytes(sealed);
    }

    private static long bytes(SealedPartition sealed) {
        return sealed.files().stream().mapToLong(SealedFile::size).sum();
    }

    private static long buckets(SealedPartition sealed) {
        return sealed.files().stream()
                .map(file -> BUCKET.matcher(file.path()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .count();
    }
}

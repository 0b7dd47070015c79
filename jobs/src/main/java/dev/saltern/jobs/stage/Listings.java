/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;

/**
 * Lists the files of many periods, and what does not depend on the period once. For looking only: a run that reads files lists them itself
 * at that time. Thread-safe.
 */
public final class Listings {
    private final Configuration hadoop;
    private final Map<List<String>, SourceFiles> undated = new ConcurrentHashMap<>();

    /** Starts without knowing a file. */
    public Listings(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** Returns the files as {@link SourceListing} finds them. */
    public SourceFiles list(Source source, Scope scope, Grain grain) {
        if (SourcePath.namesPeriod(source, grain)) {
            return SourceListing.list(hadoop, source, scope, grain);
        }
        List<String> paths = scope.periods(grain).stream()
                .map(day -> SourcePath.expand(source, grain, day))
                .distinct()
                .toList();
        return undated.computeIfAbsent(paths, path -> SourceListing.list(hadoop, source, scope, grain));
    }
}

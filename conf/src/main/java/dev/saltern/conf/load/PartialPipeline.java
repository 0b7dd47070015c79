/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Problem;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A pipeline as far as it could be read: what the problems do not touch can still be checked further, so that all mistakes show at once.
 *
 * @param loaded the sources, steps and outputs without a problem; complete, and fit to run, only if there are no problems
 * @param broken the names of the sources and steps that are left out: what reads them cannot be judged
 * @param problems what is wrong, by line
 */
public record PartialPipeline(LoadedPipeline loaded, Set<String> broken, List<Problem> problems) {
    public PartialPipeline {
        broken = Collections.unmodifiableSet(new LinkedHashSet<>(broken));
        problems = List.copyOf(problems);
    }
}

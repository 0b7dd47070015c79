/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import java.util.List;
import java.util.Map;

/**
 * What a manifest tells about the origin of its files.
 *
 * @param pipeline the pipeline's name
 * @param codeVersion the version of the code that wrote them
 * @param fingerprint a hash of the pipeline and everything it refers to
 * @param inputs the files that were read
 * @param fixed what was discovered in the run and holds from then on: pivot values, the row account and the like
 */
public record RunDescription(
        String pipeline, String codeVersion, String fingerprint, List<InputFile> inputs, Map<String, String> fixed) {
    public RunDescription {
        inputs = List.copyOf(inputs);
        fixed = Map.copyOf(fixed);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Thrown once with every problem of the files that were read, before any cluster is started. */
public final class InvalidConfigurationException extends SalternException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Creates the failure from at least one problem. */
    public InvalidConfigurationException(List<Problem> problems) {
        super(ExitCode.INVALID_CONFIGURATION, describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns every problem, in the order of the files and lines. */
    public List<Problem> problems() {
        return problems;
    }

    private static String describe(List<Problem> problems) {
        String heading = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return IntStream.range(0, problems.size())
                .mapToObj(i -> "  " + (i + 1) + ". " + problems.get(i))
                .collect(Collectors.joining("\n", heading + "\n", ""));
    }
}

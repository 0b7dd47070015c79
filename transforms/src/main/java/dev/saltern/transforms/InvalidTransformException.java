/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells everything that is wrong with a transform, or with its columns, at once; thrown before any job is started. */
public final class InvalidTransformException extends IllegalArgumentException {

    private final List<String> problems;

    /**
     * Reports these problems: one is the message itself, several are numbered, one a line.
     *
     * @param problems one or more sentences, in the order in which to fix them
     */
    public InvalidTransformException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems one by one, at least one, in the order in which they were found. */
    public List<String> problems() {
        return problems;
    }

    /**
     * Throws the problem unless the condition holds.
     *
     * @throws InvalidTransformException with that one problem
     */
    public static void require(boolean holds, String problem) {
        if (!holds) {
            throw new InvalidTransformException(List.of(problem));
        }
    }

    private static String message(List<String> problems) {
        return problems.size() == 1
                ? problems.get(0)
                : IntStream.range(0, problems.size())
                        .mapToObj(index -> (index + 1) + ". " + problems.get(index))
                        .collect(Collectors.joining("\n"));
    }
}

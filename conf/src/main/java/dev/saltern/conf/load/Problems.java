/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file and the files that it names; not thread-safe. */
final class Problems {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> failedPaths = new HashSet<>();

    Problems(String file) {
        this.file = file;
    }

    /** Adds a problem that says nothing about the value, such as one with its name. */
    void add(Origin origin, String message) {
        problems.add(new Problem(origin, message));
    }

    /** Adds a problem that makes the value at the path unfit for further checks. */
    void add(String path, Origin origin, String message) {
        failedPaths.add(path);
        problems.add(new Problem(origin, message));
    }

    /** Returns whether the path, or one that it stands in, has a problem: what follows from it is not told again. */
    boolean failed(String path) {
        for (String at = path; !at.isEmpty(); at = Origins.parent(at)) {
            if (failedPaths.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a part of the path has a problem. */
    boolean failedWithin(String path) {
        return failedPaths.stream().anyMatch(at -> at.startsWith(path + ".") || at.startsWith(path + "["));
    }

    Origin start() {
        return new Origin(file, 1, 1);
    }

    /** Throws all problems at once, by file (the main one first), line and column. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw exception();
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    InvalidConfigurationException exception() {
        return new InvalidConfigurationException(sorted());
    }

    /** Returns all problems, by file (the main one first), line and column. */
    List<Problem> sorted() {
        Comparator<Origin> order = Comparator.<Origin, Boolean>comparing(
                        origin -> !origin.file().equals(file))
                .thenComparing(Origin::file)
                .thenComparingInt(Origin::line)
                .thenComparingInt(Origin::column);
        return problems.stream()
                .sorted(Comparator.comparing(Problem::origin, order))
                .toList();
    }
}

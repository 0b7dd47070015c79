/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a command line that the job is handed on. Only what was given is named: a default has one place, the job. */
final class ForwardedWords {
    private final List<String> words = new ArrayList<>();

    /** Adds words as they are. */
    ForwardedWords all(List<String> more) {
        words.addAll(more);
        return this;
    }

    /** Adds {@code --name value}, or nothing for null. */
    ForwardedWords option(String name, @Nullable Object value) {
        if (value != null) {
            words.add(name);
            words.add(value.toString());
        }
        return this;
    }

    /** Adds {@code --name value} for each of the values. */
    ForwardedWords options(String name, Collection<?> values) {
        values.forEach(value -> option(name, value));
        return this;
    }

    /** Adds {@code --name}, if it was given. */
    ForwardedWords flag(String name, boolean given) {
        if (given) {
            words.add(name);
        }
        return this;
    }

    /** Returns the words in the order in which they were added. */
    List<String> words() {
        return List.copyOf(words);
    }
}

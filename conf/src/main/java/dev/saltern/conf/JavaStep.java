/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls a class of the user's own that implements {@code dev.saltern.transforms.TableTransform}. */
public record JavaStep(
        @Key(doc = "The step's name, the view that later steps and outputs use.")
        String name,

        @Key(name = "class", doc = "The class, by full name; it has a public constructor without parameters.")
        String className,

        @Key(doc = "The views that are handed over.") List<String> from,

        @Key(doc = "Options that are handed over as they stand.")
        Map<String, String> options)
        implements Step {
    public JavaStep {
        from = List.copyOf(from);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    @Override
    public List<String> inputs() {
        return from;
    }
}

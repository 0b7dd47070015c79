/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each key of a loaded file stands, by path: {@code sources.readings.schema}, {@code steps[2].join.on}.
 *
 * <p>A scalar's origin is the value itself, that of a mapping or list its key, that of a list's element its first character. Immutable.
 */
public final class Origins {
    private static final String STEP = "steps[";

    private final Map<String, Origin> byPath;
    private final Origin file;

    Origins(Map<String, Origin> byPath, Origin file) {
        this.byPath = Map.copyOf(byPath);
        this.file = file;
    }

    /** Returns the origin of the path, or of its closest parent that stands in the file, or of the file's start. */
    public Origin of(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Origin origin = byPath.get(at);
            if (origin != null) {
                return origin;
            }
        }
        return file;
    }

    /** Returns whether the key is written in the file and not left empty. */
    boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** Returns the origins of a pipeline that has only these of its steps, in the order of the file. */
    Origins withSteps(List<Integer> kept) {
        Map<String, Origin> renumbered = new HashMap<>();
        byPath.forEach((path, origin) -> {
            int end = path.startsWith(STEP) ? path.indexOf(']') : -1;
            if (end < 0) {
                renumbered.put(path, origin);
                return;
            }
            int index = kept.indexOf(Integer.valueOf(path.substring(STEP.length(), end)));
            if (index >= 0) {
                renumbered.put(STEP + index + path.substring(end), origin);
            }
        });
        return new Origins(renumbered, file);
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}

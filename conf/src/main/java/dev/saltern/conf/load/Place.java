/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import dev.saltern.conf.schema.RecordKey;
import java.util.List;

/**
 * Where a value stands and what its key allows.
 *
 * @param path the keys that lead to it, such as {@code steps[2].join.on}; empty for the file itself
 * @param origin the position that its problems name
 * @param runVariables the run variables that may stand in it
 * @param fileEnding the ending of a file name that may stand in place of a text, or the empty text
 */
record Place(String path, Origin origin, List<String> runVariables, String fileEnding) {
    static Place root(Origin origin) {
        return new Place("", origin, List.of(), "");
    }

    /** Returns the place of a record's key. */
    Place key(RecordKey key, Origin at) {
        return new Place(
                join(key.name()),
                at,
                List.of(key.key().runVariables()),
                key.key().file());
    }

    /** Returns the place of a free key, or of the key that names a kind. */
    Place key(String name, Origin at) {
        return new Place(join(name), at, runVariables, fileEnding);
    }

    Place item(int index, Origin at) {
        return new Place(path + "[" + index + "]", at, runVariables, fileEnding);
    }

    /** Returns how messages call the value. */
    String name() {
        return path.isEmpty() ? origin.file() : path;
    }

    private String join(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

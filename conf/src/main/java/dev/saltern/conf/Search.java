/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A copy of what each run publishes of a table, in files as the bulk interface of OpenSearch takes them.
 *
 * @param index the index that the documents go to
 * @param id the columns that make a document's id, so that the same row sent again changes nothing; none: OpenSearch makes ids up
 */
public record Search(
        @Key(
                doc =
                        "The index that the documents go to: small letters, digits, dots, hyphens and underscores, a letter or a digit"
                                + " first.",
                required = true)
        String index,

        @Key(
                doc =
                        "The columns that make a document's id, so that the same row sent again changes nothing; OpenSearch makes"
                                + " ids up unless given.")
        List<String> id) {
    private static final Pattern INDEX = Pattern.compile("[a-z0-9][a-z0-9._-]{0,254}");

    public Search {
        id = List.copyOf(id);
    }

    /** Returns whether OpenSearch takes the name of the index. */
    public boolean isIndexValid() {
        return INDEX.matcher(index).matches();
    }
}

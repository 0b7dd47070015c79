/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import java.util.List;

/** Names for columns that must not meet those of the user. */
final class Names {

    private Names() {}

    /** The wanted name, with as many {@code _} after it as it takes to begin none of the taken ones, letter case aside. */
    static String unused(String wanted, List<String> taken) {
        return taken.stream().anyMatch(name -> name.regionMatches(true, 0, wanted, 0, wanted.length()))
                ? unused(wanted + "_", taken)
                : wanted;
    }
}

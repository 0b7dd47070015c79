/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.weather;

/** The end of a process in the middle of a request, as far as it can be had within another one: nothing catches it. */
public final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death() {
        super("died", null, false, false);
    }
}

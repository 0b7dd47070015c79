/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

/** The colours, each with a meaning; a text says the same without them. */
public enum Paint {
    /** It is well: green. */
    GOOD(32),
    /** It is not as wanted, and nothing is lost: yellow. */
    DOUBTFUL(33),
    /** It failed: red. */
    BAD(31);

    private final int code;

    Paint(int code) {
        this.code = code;
    }

    /** Returns the text, in bold letters of the colour if {@code painted}. */
    public String on(String text, boolean painted) {
        return painted ? "\u001b[1;" + code + "m" + text + "\u001b[0m" : text;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The texts that mean NULL; compared with the whole cell, blanks included. */
final class NullTokens {
    private final byte[][] tokens;

    NullTokens(List<String> tokens) {
        this.tokens = tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    boolean matches(byte[] bytes, int from, int to) {
        for (byte[] token : tokens) {
            if (token.length == to - from && Arrays.equals(token, 0, token.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }
}

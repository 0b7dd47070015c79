/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.glue;

/** An answer that says no. */
final class GlueFault extends RuntimeException {
    private final String code;

    GlueFault(String code, String message) {
        super(message);
        this.code = code;
    }

    static GlueFault invalid(String message) {
        return new GlueFault("InvalidInputException", message);
    }

    static GlueFault missing(String message) {
        return new GlueFault("EntityNotFoundException", message);
    }

    static GlueFault exists(String message) {
        return new GlueFault("AlreadyExistsException", message);
    }

    String code() {
        return code;
    }
}

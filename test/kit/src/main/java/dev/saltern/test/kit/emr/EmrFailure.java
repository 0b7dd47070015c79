/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

/** An answer of the service that is an error. */
final class EmrFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private EmrFailure(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static EmrFailure validation(String message) {
        return new EmrFailure(400, "ValidationException", message);
    }

    static EmrFailure invalid(String message) {
        return new EmrFailure(400, "InvalidRequestException", message);
    }

    static EmrFailure missing(String message) {
        return new EmrFailure(404, "ResourceNotFoundException", message);
    }

    static EmrFailure unknownAction(String action) {
        return new EmrFailure(400, "UnknownOperationException", "The server knows no action " + action);
    }

    static EmrFailure throttled() {
        return new EmrFailure(400, "ThrottlingException", "Rate exceeded");
    }

    static EmrFailure broken() {
        return new EmrFailure(500, "InternalServerException", "The service is having a bad moment");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}

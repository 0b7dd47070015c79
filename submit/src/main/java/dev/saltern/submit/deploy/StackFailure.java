/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;

/** A stack that did not become what it should. */
final class StackFailure {
    private StackFailure() {}

    static SalternException of(String what, String stack, String reason) {
        return new SalternException(
                ExitCode.LAUNCH,
                "Cannot " + what + " stack " + stack + ": " + reason
                        + ". Its events say which resource: aws cloudformation describe-stack-events --stack-name "
                        + stack);
    }
}

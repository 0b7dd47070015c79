/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

/** Answers the calls of one process. */
@FunctionalInterface
interface Calls {
    /** Returns the answer; a {@link Operation.Failure} is returned, not thrown. */
    Object answer(Operation operation);

    /**
     * Returns the answer.
     *
     * @throws dev.saltern.conf.SalternException if the answer is a failure
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The caller knows what its operation answers.
    default <T> T call(Operation operation) {
        Object answer = answer(operation);
        if (answer instanceof Operation.Failure failure) {
            throw new dev.saltern.conf.SalternException(dev.saltern.conf.ExitCode.STEP_FAILED, failure.text());
        }
        return (T) answer;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One pipeline as a stack of CloudFormation: its template with what hangs on the pipeline put in, and its changes, shown before they are
 * made.
 *
 * <p>May not know the commands.
 */
@NullMarked
package dev.saltern.submit.deploy;

import org.jspecify.annotations.NullMarked;

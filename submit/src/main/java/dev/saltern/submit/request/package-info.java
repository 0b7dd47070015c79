/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The one builder of what is asked of EMR and EMR Serverless, its offline check, and its text. Everything that starts a day is rendered
 * from it, so that nothing drifts.
 *
 * <p>May not call AWS, nor know the commands.
 */
@NullMarked
package dev.saltern.submit.request;

import org.jspecify.annotations.NullMarked;

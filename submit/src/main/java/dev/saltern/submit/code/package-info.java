/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a launch takes with it: the job jar, the pipeline with everything that it names, and how large its input is. Code is stored under
 * the hash of its content, so that it is uploaded once.
 *
 * <p>May not know clusters nor the commands.
 */
@NullMarked
package dev.saltern.submit.code;

import org.jspecify.annotations.NullMarked;

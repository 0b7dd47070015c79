/* SPDX-License-Identifier: Apache-2.0 */
/** The functions as AWS runs them: their jar alone, unpacked, in Lambda's own runtime for Java. */
@NullMarked
package dev.saltern.test.function;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
/**
 * An interpreter of state machines: the part of Amazon States Language that Saltern's machines are written in, with JSONata, on a clock
 * that a test moves; and a check of their graph. It is no Step Functions: what AWS does beyond the specification it does not know.
 *
 * <p>May not depend on the product.
 */
@NullMarked
package dev.saltern.test.kit.machine;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What was asked of the AWS emulator, and what it takes of IAM to ask it.
 *
 * <p>May not depend on the product.
 */
@NullMarked
package dev.saltern.test.kit.calls;

import org.jspecify.annotations.NullMarked;

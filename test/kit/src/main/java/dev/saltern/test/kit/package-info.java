/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What tests of several modules start and use: the AWS emulator and the AWS command line.
 *
 * <p>May not depend on any other module, so that each of them can be tested with it.
 */
@NullMarked
package dev.saltern.test.kit;

import org.jspecify.annotations.NullMarked;

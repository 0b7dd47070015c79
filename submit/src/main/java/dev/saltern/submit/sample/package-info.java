/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The generator of raw sensor files with a known share of dirt.
 *
 * <p>May not depend on picocli, on the conf module, nor on the rest of the command line.
 */
@NullMarked
package dev.saltern.submit.sample;

import org.jspecify.annotations.NullMarked;

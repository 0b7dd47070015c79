/* SPDX-License-Identifier: Apache-2.0 */
/** The job jar on a Spark of several processes. */
@NullMarked
package dev.saltern.test.cluster;

import org.jspecify.annotations.NullMarked;

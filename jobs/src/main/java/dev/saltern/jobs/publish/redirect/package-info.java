/* SPDX-License-Identifier: Apache-2.0 */
/** Points partitions at other files that exist already: the one way in which a journal changes without a run. */
@NullMarked
package dev.saltern.jobs.publish.redirect;

import org.jspecify.annotations.NullMarked;

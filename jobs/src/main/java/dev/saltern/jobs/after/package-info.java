/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is written down of a run once it has ended: its page, its lineage, the history. Nothing that a publish rests on; a failure here is a
 * note. May not depend on how a run is carried out.
 */
@NullMarked
package dev.saltern.jobs.after;

import org.jspecify.annotations.NullMarked;

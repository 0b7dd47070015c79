/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Partitions that are older than their table keeps them: which they are, what speaks against dropping them, and the entry in the journal
 * that drops them. Removes no file.
 */
@NullMarked
package dev.saltern.jobs.retention;

import org.jspecify.annotations.NullMarked;

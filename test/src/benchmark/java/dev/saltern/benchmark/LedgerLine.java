/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param shape what was measured on
 * @param rows rows of the facts
 * @param detection the line of the page about detection; null if that was not measured here
 * @param outcome what came of a case; null if none was run here
 */
record LedgerLine(
        Shape shape,
        long rows,
        @Nullable String detection,
        @Nullable Outcome outcome) {}

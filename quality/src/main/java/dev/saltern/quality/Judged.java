/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

/** What was found out for a rule, and where. */
record Judged(Tally tally, ProvenBy by) {}

/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Holds rows that people wrote down against rules, and what becomes of them against what they expect. Reads no source and writes nothing.
 */
@NullMarked
package dev.saltern.jobs.ruletest;

import org.jspecify.annotations.NullMarked;

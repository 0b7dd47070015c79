/* SPDX-License-Identifier: Apache-2.0 */
/** The table of what was done to the publish and what came of it: {@code docs/faults.md}. */
package dev.saltern.test.faults;

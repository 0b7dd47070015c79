/* SPDX-License-Identifier: Apache-2.0 */
/** Work in parts that go on beside each other. May know nothing of what the work is. */
@NullMarked
package dev.saltern.jobs.beside;

import org.jspecify.annotations.NullMarked;

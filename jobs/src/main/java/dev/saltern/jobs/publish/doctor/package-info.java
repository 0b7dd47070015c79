/* SPDX-License-Identifier: Apache-2.0 */
/** Holds journal, catalog and files against each other. */
@NullMarked
package dev.saltern.jobs.publish.doctor;

import org.jspecify.annotations.NullMarked;

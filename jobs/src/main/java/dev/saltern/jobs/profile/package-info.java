/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Profiles of files and published tables, read and shown. May not write.
 */
@NullMarked
package dev.saltern.jobs.profile;

import org.jspecify.annotations.NullMarked;

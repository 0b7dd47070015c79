/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Profiles of files and published tables, as a page. May not read data nor write.
 */
@NullMarked
package dev.saltern.jobs.profile;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The AWS Glue Data Catalog, by its own API: tables that Spark and Athena both read.
 *
 * <p>May not depend on the journal or the audit.
 */
@NullMarked
package dev.saltern.jobs.publish.catalog.glue;

import org.jspecify.annotations.NullMarked;

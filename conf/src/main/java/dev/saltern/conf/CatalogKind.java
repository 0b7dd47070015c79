/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** Who keeps the published tables for their readers. */
public enum CatalogKind {
    /** The catalog of the Spark session: an embedded metastore on a laptop, or the one that a cluster is configured for. */
    SESSION,
    /** The AWS Glue Data Catalog, by its own API. */
    GLUE
}

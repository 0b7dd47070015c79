/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the records of configuration say about their keys, for the loader, the JSON Schemas and the reference pages.
 *
 * <p>May not depend on Spark, the AWS SDK, picocli or the loader.
 */
@NullMarked
package dev.saltern.conf.schema;

import org.jspecify.annotations.NullMarked;

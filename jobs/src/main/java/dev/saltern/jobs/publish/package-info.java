/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Publishes a sealed run: commits it to the journal, makes the catalog follow, and verifies what readers get.
 *
 * <p>May not depend on the staging, planning or reporting of a run, nor on the AWS SDK.
 */
@NullMarked
package dev.saltern.jobs.publish;

import org.jspecify.annotations.NullMarked;

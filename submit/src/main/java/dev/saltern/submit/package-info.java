/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The command line: parses, checks and forwards; what reads or writes tables is done by the job behind {@link dev.saltern.submit.JobGateway}.
 *
 * <p>May not depend on Spark, nor on the jobs, transforms and quality modules.
 */
@NullMarked
package dev.saltern.submit;

import org.jspecify.annotations.NullMarked;

/* SPDX-License-Identifier: Apache-2.0 */
/** Says what is live in a lake and how it came there. Reads small documents only, and may not change anything. */
@NullMarked
package dev.saltern.jobs.publish.status;

import org.jspecify.annotations.NullMarked;

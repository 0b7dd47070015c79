/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a run that was measured would take on more processors: its tasks, replayed stage by stage, and the fleet that a deadline takes.
 *
 * <p>May not call AWS, nor know the commands.
 */
@NullMarked
package dev.saltern.submit.replay;

import org.jspecify.annotations.NullMarked;

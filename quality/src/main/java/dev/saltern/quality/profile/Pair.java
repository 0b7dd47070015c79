/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;

/** Two columns by their place, the first before the second. */
record Pair(int first, int second) implements Serializable {}

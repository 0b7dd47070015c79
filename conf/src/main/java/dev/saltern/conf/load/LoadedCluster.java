/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.cluster.Cluster;
import java.nio.file.Path;

/**
 * A cluster file that was read and found right.
 *
 * @param cluster the cluster, with variables put in
 * @param file the file that it was read from, as the user typed it
 * @param origins where each of its keys stands
 */
public record LoadedCluster(Cluster cluster, Path file, Origins origins) {}

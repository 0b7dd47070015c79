/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** What one task reads. */
record SlicePartition(List<FileSlice> slices) implements InputPartition {
    SlicePartition {
        slices = List.copyOf(slices);
    }
}

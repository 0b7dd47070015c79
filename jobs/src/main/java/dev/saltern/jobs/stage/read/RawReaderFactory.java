/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.util.SerializableConfiguration;

/** Opens the reader of one task; crosses to executors without the list of files. */
final class RawReaderFactory implements PartitionReaderFactory {
    private final ReadRequest request;
    private final SerializableConfiguration hadoop;

    RawReaderFactory(ReadRequest request, SerializableConfiguration hadoop) {
        this.request = new ReadRequest(
                request.layout(),
                request.data(),
                request.declaredColumns(),
                request.pathPattern(),
                List.of(),
                request.splitBytes());
        this.hadoop = hadoop;
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        return new RawReader(request, hadoop.value(), ((SlicePartition) partition).slices());
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import dev.saltern.transforms.internal.Spark;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** One reading of the files of a request. */
final class RawScan implements Scan, Batch {
    private final ReadRequest request;

    RawScan(ReadRequest request) {
        this.request = request;
    }

    @Override
    public StructType readSchema() {
        return RawColumns.after(request.data());
    }

    @Override
    public String description() {
        return "raw " + request.layout().format() + ": " + request.files().size() + " files";
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        SparkSession spark = SparkSession.active();
        CompressionCodecFactory codecs = new CompressionCodecFactory(configuration(spark));
        return new SlicePacking(request.splitBytes(), spark.sparkContext().defaultParallelism())
                .pack(
                        request.files(),
                        file -> request.layout().splittable() && codecs.getCodec(new Path(file.path())) == null)
                .toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new RawReaderFactory(request, new SerializableConfiguration(configuration(SparkSession.active())));
    }

    private static Configuration configuration(SparkSession spark) {
        return Spark.state(spark).newHadoopConf();
    }
}

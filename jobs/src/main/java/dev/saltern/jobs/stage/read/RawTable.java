/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The records of the files of one request. */
final class RawTable implements Table, SupportsRead {
    private final ReadRequest request;

    RawTable(ReadRequest request) {
        this.request = request;
    }

    @Override
    public String name() {
        return "raw " + request.layout().format();
    }

    @Override
    @SuppressWarnings("deprecation") // columns() replaces it, and its default is made from this one
    public StructType schema() {
        return RawColumns.after(request.data());
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return () -> new RawScan(request);
    }
}

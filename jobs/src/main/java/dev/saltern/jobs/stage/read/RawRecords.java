/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source of raw text files: one row per record, in no order, with the columns of {@link RawColumns} after the data.
 *
 * <p>Usage: {@code spark.read().format(RawRecords.class.getName()).option(ReadRequest.OPTION, request.encoded()).load()}. Nothing that
 * stands in a file makes it throw: a record that cannot be taken apart has {@code _corrupt}, a cell that does not convert is NULL and
 * named in {@code _problems}, and a file that cannot be read to its end yields one marker row with {@code _unreadable} and no further
 * record. Reading the same files again gives the same rows. No shuffle.
 */
public final class RawRecords implements TableProvider {
    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return RawColumns.after(
                ReadRequest.decode(options.get(ReadRequest.OPTION)).data());
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(properties);
        return new RawTable(ReadRequest.decode(options.get(ReadRequest.OPTION)));
    }
}

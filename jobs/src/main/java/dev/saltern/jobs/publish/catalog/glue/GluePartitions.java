/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.Refusal;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.BatchGetPartitionResponse;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionFailureEntry;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequestEntry;
import software.amazon.awssdk.services.glue.model.ErrorDetail;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionError;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/**
 * The partitions of one table. Glue answers a batch with 200 and tells within the answer what it did not do: every entry is looked at by
 * itself.
 */
final class GluePartitions {
    /** The most partitions that one page, and one read of named partitions, can have. */
    static final int MAX_READ = 1000;

    /** How often named partitions are asked for while Glue leaves some of them out and gives none. */
    private static final int MAX_EMPTY_ANSWERS = 8;

    /** What stands already, and what is gone already: others did it, or this process in a call whose answer was lost. */
    private static final Set<String> DONE_BY_OTHERS = Set.of("AlreadyExistsException");

    private static final Set<String> GONE_ALREADY = Set.of("EntityNotFoundException");

    private final GlueClient glue;
    private final GlueCalls calls;
    private final @Nullable String catalogId;
    private final TableSpec table;

    GluePartitions(GlueClient glue, GlueCalls calls, @Nullable String catalogId, TableSpec table) {
        this.glue = glue;
        this.calls = calls;
        this.catalogId = catalogId;
        this.table = table;
    }

    /** Returns all partitions, page by page; a page may be empty and still not be the last. */
    Map<Map<String, String>, CatalogPartition> all() {
        Map<Map<String, String>, CatalogPartition> partitions = new LinkedHashMap<>();
        String token = null;
        do {
            String from = token;
            GetPartitionsResponse page = calls.find(
                            "read the partitions of " + table,
                            () -> glue.getPartitions(request -> request.catalogId(catalogId)
                                    .databaseName(table.database())
                                    .tableName(table.table())
                                    .excludeColumnSchema(true)
                                    .maxResults(MAX_READ)
                                    .nextToken(from)))
                    .orElseGet(() -> GetPartitionsResponse.builder().build());
            page.partitions().forEach(partition -> put(partitions, partition));
            token = page.nextToken();
        } while (token != null && !token.isEmpty());
        return partitions;
    }

    /** Returns those of the wanted partitions that there are; Glue may leave some for the next call. */
    Map<Map<String, String>, CatalogPartition> some(List<Map<String, String>> wanted) {
        Map<Map<String, String>, CatalogPartition> partitions = new LinkedHashMap<>();
        for (int from = 0; from < wanted.size(); from += MAX_READ) {
            List<PartitionValueList> keys = wanted.subList(from, Math.min(wanted.size(), from + MAX_READ)).stream()
                    .map(this::key)
                    .toList();
            for (int empty = 0; !keys.isEmpty(); ) {
                List<PartitionValueList> asked = keys;
                String what = "read partitions of " + table;
                BatchGetPartitionResponse answer = calls.require(
                        what,
                        () -> glue.batchGetPartition(request -> request.catalogId(catalogId)
                                .databaseName(table.database())
                                .tableName(table.table())
                                .partitionsToGet(asked)));
                answer.partitions().forEach(partition -> put(partitions, partition));
                keys = answer.unprocessedKeys();
                if (!keys.isEmpty() && keys.size() == asked.size()) {
                    IllegalStateException reason = new IllegalStateException(
                            "unprocessed " + values(keys.get(0).values()));
                    if (++empty == MAX_EMPTY_ANSWERS) {
                        throw GlueCalls.failed(what, keys.size() + " keys stay unprocessed", reason);
                    }
                    calls.pause(what, empty, reason);
                }
            }
        }
        return partitions;
    }

    /** Creates partitions, at most 100; returns those that were not, except where they exist already. */
    List<Refusal> create(List<CatalogPartition> partitions, Function<CatalogPartition, StorageDescriptor> storage) {
        List<PartitionInput> inputs = partitions.stream()
                .map(partition -> input(partition, storage.apply(partition)))
                .toList();
        return refusals(
                calls.require(
                                "create partitions of " + table,
                                () -> glue.batchCreatePartition(request -> request.catalogId(catalogId)
                                        .databaseName(table.database())
                                        .tableName(table.table())
                                        .partitionInputList(inputs)))
                        .errors(),
                DONE_BY_OTHERS);
    }

    /** Updates partitions, at most 100; returns those that were not. */
    List<Refusal> update(List<CatalogPartition> partitions, Function<CatalogPartition, StorageDescriptor> storage) {
        List<BatchUpdatePartitionRequestEntry> entries = partitions.stream()
                .map(partition -> BatchUpdatePartitionRequestEntry.builder()
                        .partitionValueList(key(partition.values()).values())
                        .partitionInput(input(partition, storage.apply(partition)))
                        .build())
                .toList();
        List<BatchUpdatePartitionFailureEntry> errors = calls.require(
                        "update partitions of " + table,
                        () -> glue.batchUpdatePartition(request -> request.catalogId(catalogId)
                                .databaseName(table.database())
                                .tableName(table.table())
                                .entries(entries)))
                .errors();
        return errors.stream()
                .map(error -> new Refusal(values(error.partitionValueList()), text(error.errorDetail())))
                .toList();
    }

    /** Drops partitions, at most 25; returns those that were not, except where they are gone already. */
    List<Refusal> drop(List<Map<String, String>> partitions) {
        List<PartitionValueList> keys = partitions.stream().map(this::key).toList();
        return refusals(
                calls.require(
                                "drop partitions of " + table,
                                () -> glue.batchDeletePartition(request -> request.catalogId(catalogId)
                                        .databaseName(table.database())
                                        .tableName(table.table())
                                        .partitionsToDelete(keys)))
                        .errors(),
                GONE_ALREADY);
    }

    private List<Refusal> refusals(List<PartitionError> errors, Set<String> harmless) {
        List<Refusal> refusals = new ArrayList<>();
        for (PartitionError error : errors) {
            if (!harmless.contains(error.errorDetail().errorCode())) {
                refusals.add(new Refusal(values(error.partitionValues()), text(error.errorDetail())));
            }
        }
        return refusals;
    }

    private PartitionInput input(CatalogPartition partition, StorageDescriptor storage) {
        return PartitionInput.builder()
                .values(key(partition.values()).values())
                .storageDescriptor(storage)
                .parameters(partition.parameters())
                .build();
    }

    private PartitionValueList key(Map<String, String> values) {
        return PartitionValueList.builder()
                .values(table.partitionColumns().stream().map(values::get).toList())
                .build();
    }

    private void put(Map<Map<String, String>, CatalogPartition> partitions, Partition partition) {
        Map<String, String> values = values(partition.values());
        StorageDescriptor storage = partition.storageDescriptor();
        String location = storage == null || storage.location() == null ? "" : storage.location();
        partitions.put(values, new CatalogPartition(values, location, partition.parameters()));
    }

    private Map<String, String> values(List<String> values) {
        List<String> columns = table.partitionColumns();
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            byColumn.put(columns.get(i), values.get(i));
        }
        return byColumn;
    }

    private static String text(@Nullable ErrorDetail error) {
        return error == null ? "no reason given" : error.errorCode() + ": " + error.errorMessage();
    }
}

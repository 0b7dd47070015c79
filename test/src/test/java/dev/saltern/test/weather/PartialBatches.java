/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.weather;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.glue.model.BatchCreatePartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchCreatePartitionResponse;
import software.amazon.awssdk.services.glue.model.BatchDeletePartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchDeletePartitionResponse;
import software.amazon.awssdk.services.glue.model.BatchGetPartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchGetPartitionResponse;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionFailureEntry;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionResponse;
import software.amazon.awssdk.services.glue.model.ErrorDetail;
import software.amazon.awssdk.services.glue.model.PartitionError;
import software.amazon.awssdk.services.glue.model.PartitionValueList;

/**
 * Entries that Glue does not do, which it tells inside an answer of 200: they are taken out of the request, so that the service does the
 * others alone, and put into the answer.
 */
final class PartialBatches {
    private static final ExecutionAttribute<List<List<String>>> REFUSED = new ExecutionAttribute<>("refused");
    private static final ErrorDetail REASON = ErrorDetail.builder()
            .errorCode("InternalServiceException")
            .errorMessage("as the storm has it")
            .build();

    private PartialBatches() {}

    static SdkRequest withoutRefused(SdkRequest request, ExecutionAttributes attributes, Storm storm) {
        List<List<String>> refused = new ArrayList<>();
        attributes.putAttribute(REFUSED, refused);
        String operation = request.getClass().getSimpleName().replace("Request", "");
        if (request instanceof BatchCreatePartitionRequest batch) {
            return batch.toBuilder()
                    .partitionInputList(
                            left(batch.partitionInputList(), each -> each.values(), storm, operation, refused))
                    .build();
        }
        if (request instanceof BatchUpdatePartitionRequest batch) {
            return batch.toBuilder()
                    .entries(left(batch.entries(), each -> each.partitionValueList(), storm, operation, refused))
                    .build();
        }
        if (request instanceof BatchDeletePartitionRequest batch) {
            return batch.toBuilder()
                    .partitionsToDelete(
                            left(batch.partitionsToDelete(), each -> each.values(), storm, operation, refused))
                    .build();
        }
        if (request instanceof BatchGetPartitionRequest batch) {
            return batch.toBuilder()
                    .partitionsToGet(left(batch.partitionsToGet(), each -> each.values(), storm, operation, refused))
                    .build();
        }
        return request;
    }

    static SdkResponse withRefused(SdkResponse response, ExecutionAttributes attributes) {
        List<List<String>> refused = attributes.getAttribute(REFUSED);
        if (refused == null || refused.isEmpty()) {
            return response;
        }
        if (response instanceof BatchCreatePartitionResponse answer) {
            return answer.toBuilder().errors(errors(answer.errors(), refused)).build();
        }
        if (response instanceof BatchDeletePartitionResponse answer) {
            return answer.toBuilder().errors(errors(answer.errors(), refused)).build();
        }
        if (response instanceof BatchUpdatePartitionResponse answer) {
            List<BatchUpdatePartitionFailureEntry> all = new ArrayList<>(answer.errors());
            refused.forEach(values -> all.add(BatchUpdatePartitionFailureEntry.builder()
                    .partitionValueList(values)
                    .errorDetail(REASON)
                    .build()));
            return answer.toBuilder().errors(all).build();
        }
        if (response instanceof BatchGetPartitionResponse answer) {
            List<PartitionValueList> all = new ArrayList<>(answer.unprocessedKeys());
            refused.forEach(values ->
                    all.add(PartitionValueList.builder().values(values).build()));
            return answer.toBuilder().unprocessedKeys(all).build();
        }
        return response;
    }

    private static <T> List<T> left(
            List<T> entries,
            Function<T, List<String>> values,
            Storm storm,
            String operation,
            List<List<String>> refused) {
        List<T> left = new ArrayList<>();
        for (T entry : entries) {
            if (storm.refusesEntry(operation)) {
                refused.add(values.apply(entry));
            } else {
                left.add(entry);
            }
        }
        return left;
    }

    private static List<PartitionError> errors(List<PartitionError> before, List<List<String>> refused) {
        List<PartitionError> all = new ArrayList<>(before);
        refused.forEach(values -> all.add(PartitionError.builder()
                .partitionValues(values)
                .errorDetail(REASON)
                .build()));
        return all;
    }
}

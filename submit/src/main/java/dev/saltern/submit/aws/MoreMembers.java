/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Adds members to a request that EMR knows and this release of the SDK does not, before it is signed: MonitoringConfiguration came a
 * month after the SDK that EMR 7.12 ships, from which Saltern's other modules must not differ.
 */
public final class MoreMembers implements ExecutionInterceptor {
    /** The members of a request, by name. */
    static final ExecutionAttribute<Map<String, Object>> MEMBERS = new ExecutionAttribute<>("saltern.members");

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        Map<String, Object> members = attributes.getAttribute(MEMBERS);
        if (members == null || context.requestBody().isEmpty()) {
            return context.requestBody();
        }
        try (InputStream in =
                context.requestBody().get().contentStreamProvider().newStream()) {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode request = (ObjectNode) mapper.readTree(in);
            members.forEach((name, value) -> request.set(name, mapper.valueToTree(value)));
            return Optional.of(RequestBody.fromBytes(mapper.writeValueAsBytes(request)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot add members to the request", e);
        }
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        Optional<RequestBody> body = modifyHttpContent(context, attributes);
        long length = body.flatMap(RequestBody::optionalContentLength).orElse(0L);
        return attributes.getAttribute(MEMBERS) == null || length == 0
                ? context.httpRequest()
                : context.httpRequest().toBuilder()
                        .putHeader("Content-Length", Long.toString(length))
                        .build();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.weather;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.GlueRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Lets requests to AWS fail as the current storm has it. The SDK and S3A load it by its name. */
public final class FaultInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<Mishap> MISHAP = new ExecutionAttribute<>("mishap");
    private static final String S3_ERROR =
            "<Error><Code>InternalError</Code><Message>We encountered an internal error</Message></Error>";
    private static final String GLUE_ERROR = "{\"__type\":\"InternalServiceException\",\"Message\":\"internal error\"}";

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return PartialBatches.withoutRefused(context.request(), attributes, Storm.current());
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        return PartialBatches.withRefused(context.response(), attributes);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        boolean isGlue = request instanceof GlueRequest;
        boolean isConditional = request instanceof PutObjectRequest put && put.ifNoneMatch() != null;
        String operation = request.getClass().getSimpleName().replace("Request", "");
        Mishap mishap = Storm.current().meet(operation, isGlue, isConditional);
        attributes.putAttribute(MISHAP, mishap);
        switch (mishap) {
            case RESET -> throw SdkClientException.create("no connection", new SocketException("Connection reset"));
            case BUSY ->
                throw isGlue
                        ? glue(400, "ThrottlingException", "Rate exceeded")
                        : s3(503, "SlowDown", "Please reduce your request rate.");
            case CONFLICT -> throw s3(409, "ConditionalRequestConflict", "A conflicting operation is under way");
            case DEATH_BEFORE -> throw new Death();
            case NONE, LOST_ANSWER, ERROR, DEATH_BEHIND -> {}
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        Mishap mishap = attributes.getAttribute(MISHAP);
        if (mishap == Mishap.LOST_ANSWER || mishap == Mishap.DEATH_BEHIND) {
            // A body that nobody reads holds its connection.
            context.responseBody().ifPresent(FaultInterceptor::close);
        }
        if (mishap == Mishap.LOST_ANSWER) {
            throw SdkClientException.create("no answer", new SocketTimeoutException("Read timed out"));
        }
        if (mishap == Mishap.DEATH_BEHIND) {
            throw new Death();
        }
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return attributes.getAttribute(MISHAP) == Mishap.ERROR
                ? context.httpResponse().toBuilder()
                        .statusCode(500)
                        .removeHeader("Content-Length")
                        .build()
                : context.httpResponse();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(MISHAP) != Mishap.ERROR) {
            return context.responseBody();
        }
        context.responseBody().ifPresent(FaultInterceptor::close);
        String body = context.request() instanceof GlueRequest ? GLUE_ERROR : S3_ERROR;
        return Optional.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SdkException s3(int status, String code, String message) {
        return S3Exception.builder()
                .statusCode(status)
                .message(message)
                .awsErrorDetails(details(code, message, "S3"))
                .build();
    }

    private static SdkException glue(int status, String code, String message) {
        return GlueException.builder()
                .statusCode(status)
                .message(message)
                .awsErrorDetails(details(code, message, "Glue"))
                .build();
    }

    private static AwsErrorDetails details(String code, String message, String service) {
        return AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(message)
                .serviceName(service)
                .build();
    }
}

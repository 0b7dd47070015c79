/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** Asks for pages of two objects. */
public final class SmallPages implements ExecutionInterceptor {
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return context.request() instanceof ListObjectsV2Request list
                ? list.toBuilder().maxKeys(2).build()
                : context.request();
    }
}

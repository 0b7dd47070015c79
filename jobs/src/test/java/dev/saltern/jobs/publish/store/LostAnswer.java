/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Loses the answer to one request, after the server did what was asked. */
public final class LostAnswer implements ExecutionInterceptor {
    private static final AtomicBoolean LOSING = new AtomicBoolean();

    static void loseNext() {
        LOSING.set(true);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (LOSING.getAndSet(false)) {
            throw SdkClientException.create("the answer was lost", new IOException("connection reset"));
        }
    }
}

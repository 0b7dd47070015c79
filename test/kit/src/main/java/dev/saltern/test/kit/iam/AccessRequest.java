/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.iam;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a principal asks for.
 *
 * @param action such as {@code s3:PutObject}
 * @param resource an ARN, or a star where the action has no resource
 * @param context the condition keys of the request; a key that is not there is null
 */
public record AccessRequest(String action, String resource, Map<String, String> context) {
    public AccessRequest {
        context = Map.copyOf(context);
    }

    /** A request over TLS with no other condition key. */
    public static AccessRequest of(String action, String resource) {
        return new AccessRequest(action, resource, Map.of("aws:SecureTransport", "true"));
    }

    /** The same with one more condition key. */
    public AccessRequest with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(context);
        more.put(key, value);
        return new AccessRequest(action, resource, more);
    }
}

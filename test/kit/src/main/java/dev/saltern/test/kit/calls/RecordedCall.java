/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.calls;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that the emulator got.
 *
 * @param method of HTTP
 * @param path as it was sent
 * @param query what stands behind the question mark, or the empty text
 * @param target the operation of a service that speaks JSON, such as {@code AWSGlue.GetTable}, or the empty text
 * @param body of such a request, and of a deletion of several objects; else the empty text
 * @param ifNoneMatch the header of that name, or the empty text
 * @param copySource the header of that name, or the empty text
 */
public record RecordedCall(
        String method, String path, String query, String target, String body, String ifNoneMatch, String copySource) {
    /** Returns the path without its slash, each character as it is. */
    String plainPath() {
        return decoded(path.substring(1));
    }

    /** Returns the names and values of the query. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                parameters.put(
                        equals < 0 ? pair : pair.substring(0, equals),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

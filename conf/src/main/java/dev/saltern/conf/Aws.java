/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import org.jspecify.annotations.Nullable;

/**
 * How an environment reaches AWS. Credentials are no part of it: they come from the SDK's default chain.
 *
 * @param region the region of the buckets and the catalog, or null for that of the default chain
 * @param endpoint where the services answer, as an http or https address, or null for AWS itself
 * @param pathStyle whether the bucket stands in the path of a request
 */
public record Aws(
        @Key(
                doc =
                        "The region of the buckets and the catalog, such as eu-central-1; unless given that of the default chain: AWS_REGION, the profile, the instance.")
        @Nullable
        String region,

        @Key(doc = "Where the services answer, such as http://127.0.0.1:5000 for an emulator; AWS unless given.")
        @Nullable
        String endpoint,

        @Key(
                doc =
                        "Whether the bucket stands in the path of a request, as emulators want it, and not in the host's name.",
                defaultValue = "false")
        boolean pathStyle) {
    public Aws {
        if (endpoint != null && !endpoint.matches("https?://\\S+")) {
            throw new IllegalArgumentException(
                    "Invalid endpoint: " + endpoint + " (must be an http:// or https:// address)");
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import org.jspecify.annotations.Nullable;

/**
 * How the buckets and the catalog of an environment are reached. Credentials are no part of it: they come from the SDK's default chain.
 *
 * @param region the region of the buckets and the catalog, or null for that of the default chain
 * @param endpoint where the services answer, as an http or https address, or null for AWS itself
 * @param pathStyle whether the bucket stands in the path of a request
 */
public record Access(
        @Key(
                doc =
                        "The region of the buckets and the catalog, such as eu-central-1; unless given that of aws, or of the default chain: AWS_REGION, the profile, the instance.")
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
    /** AWS itself, in the region of the default chain. */
    public static final Access DEFAULT = new Access(null, null, false);

    public Access {
        if (endpoint != null && !endpoint.matches("https?://\\S+")) {
            throw new IllegalArgumentException(
                    "Invalid endpoint: " + endpoint + " (must be an http:// or https:// address)");
        }
    }

    /** Returns the same with that region, unless it has one. */
    Access inRegion(String other) {
        return region == null ? new Access(other, endpoint, pathStyle) : this;
    }
}

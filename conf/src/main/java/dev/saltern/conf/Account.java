/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The AWS account that clusters are launched in.
 *
 * @param region such as {@code eu-central-1}
 * @param code where the job jar and pipelines are uploaded to, an {@code s3://} address
 * @param logs where clusters leave their logs, an {@code s3://} address
 * @param logGroup the CloudWatch log group that live logs go to, or null
 * @param subnets the subnets that a cluster may start in, in several availability zones
 * @param serviceRole the role of EMR itself
 * @param instanceProfile the role of the machines, as an instance profile
 * @param jobRole the role of a run on EMR Serverless, an ARN, or null
 * @param application the application of EMR Serverless, its id, or null
 * @param securityConfiguration the security configuration of EMR, or null
 * @param owner who is asked when a cluster is found running
 * @param tags more tags of everything that is launched
 */
public record Account(
        @Key(doc = "The region, such as eu-central-1.") String region,

        @Key(doc = "Where the job jar and pipelines are uploaded to, once for each content: an s3:// address.")
        String code,

        @Key(doc = "Where clusters leave their logs: an s3:// address.")
        String logs,

        @Key(doc = "The CloudWatch log group that clusters of EMR 7.11 and later stream their logs to.") @Nullable
        String logGroup,

        @Key(doc = "The subnets that a cluster may start in; several availability zones find more capacity.")
        List<String> subnets,

        @Key(doc = "The role of EMR itself.", defaultValue = DEFAULT_SERVICE_ROLE)
        String serviceRole,

        @Key(doc = "The instance profile of the machines.", defaultValue = DEFAULT_INSTANCE_PROFILE)
        String instanceProfile,

        @Key(doc = "The role of a run on EMR Serverless: an ARN.") @Nullable
        String jobRole,

        @Key(doc = "The application of EMR Serverless: its id.") @Nullable
        String application,

        @Key(doc = "The security configuration of EMR: encryption at rest and in transit.") @Nullable
        String securityConfiguration,

        @Key(doc = "Who is asked when a cluster is found running; a tag.", defaultValue = DEFAULT_OWNER)
        String owner,

        @Key(doc = "More tags of everything that is launched.")
        Map<String, String> tags) {
    /** The role that EMR makes by itself. */
    public static final String DEFAULT_SERVICE_ROLE = "EMR_DefaultRole";

    /** The instance profile that EMR makes by itself. */
    public static final String DEFAULT_INSTANCE_PROFILE = "EMR_EC2_DefaultRole";

    /** Whoever looks after Saltern. */
    public static final String DEFAULT_OWNER = "saltern";

    public Account {
        subnets = List.copyOf(subnets);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }
}

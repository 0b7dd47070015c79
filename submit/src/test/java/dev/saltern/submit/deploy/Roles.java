/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import dev.saltern.test.kit.iam.AccessRequest;
import dev.saltern.test.kit.iam.ResolvedTemplate;
import dev.saltern.test.kit.iam.TemplateRoles;
import java.nio.file.Path;
import java.util.Map;

/** The roles of the template with buckets of their own, and what they are asked for. */
final class Roles {
    static final String LAKE = "arn:aws:s3:::salt-lake";
    static final String RUN = LAKE + "/curated/_runs/sensor_daily/r1/dt=2026-01-31/part-0.parquet";
    static final String MAGIC = LAKE + "/curated/_runs/sensor_daily/r1/__magic_job-1/tasks/a.pendingset";
    static final String JOURNAL = LAKE + "/curated/_journal/sensor_daily/v000000000042.json";
    static final String RAW = "arn:aws:s3:::salt-raw/raw/readings/dt=2026-01-31/a.json";
    static final String CLUSTER = "arn:aws:elasticmapreduce:us-east-1:111122223333:cluster/j-1";
    static final String TABLE = "arn:aws:glue:us-east-1:111122223333:table/saltern/sensor_daily";
    static final String OTHER_TABLE = "arn:aws:glue:us-east-1:111122223333:table/finance/salaries";

    private static final Map<String, String> BUCKETS = Map.of(
            "LakeBucket", "salt-lake", "RawBucket", "salt-raw", "LogBucket", "salt-logs", "CodeBucket", "salt-code");

    final TemplateRoles all =
            new TemplateRoles(TemplateRoles.read(Path.of("../conf/deploy/template.yaml"), BUCKETS), "LakePolicy");

    boolean may(String role, AccessRequest request) {
        return all.allows(role, request);
    }

    boolean may(String role, String action, String resource) {
        return may(role, AccessRequest.of(action, resource));
    }

    static AccessRequest run(String pipeline) {
        return AccessRequest.of("elasticmapreduce:RunJobFlow", "*").with("aws:RequestTag/saltern:pipeline", pipeline);
    }

    static AccessRequest end(String pipeline) {
        return AccessRequest.of("elasticmapreduce:TerminateJobFlows", CLUSTER)
                .with("elasticmapreduce:ResourceTag/saltern:pipeline", pipeline);
    }

    static AccessRequest pass(String role, String service) {
        return AccessRequest.of("iam:PassRole", ResolvedTemplate.arn(role)).with("iam:PassedToService", service);
    }

    static AccessRequest create(String object) {
        return overwrite(object).with("s3:if-none-match", "*");
    }

    static AccessRequest overwrite(String object) {
        return AccessRequest.of("s3:PutObject", object).with("s3:ObjectCreationOperation", "true");
    }
}

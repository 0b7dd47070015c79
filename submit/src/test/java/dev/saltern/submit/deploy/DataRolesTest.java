/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.kit.iam.AccessRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What those who read, write, publish and remove days may do to the lake, and that nobody may do more. */
class DataRolesTest {
    private final Roles roles = new Roles();

    @Test
    void runsWriteAndSealAndRemoveOnlyWhatCommittersLeave() {
        for (String role : List.of("InstanceRole", "RuntimeRole")) {
            assertThat(roles.may(role, "s3:GetObject", Roles.RAW)).isTrue();
            assertThat(roles.may(role, Roles.overwrite(Roles.RUN))).isTrue();
            assertThat(roles.may(role, Roles.create(Roles.LAKE + "/curated/_runs/sensor_daily/r1/_manifest.json")))
                    .isTrue();
            assertThat(roles.may(role, Roles.create(Roles.JOURNAL))).isTrue();
            assertThat(roles.may(role, "s3:DeleteObject", Roles.MAGIC)).isTrue();
            assertThat(roles.may(role, "glue:BatchCreatePartition", Roles.TABLE))
                    .isTrue();
            assertThat(roles.may(role, Roles.overwrite(Roles.LAKE + "/curated/_runs/sensor_daily/r1/_manifest.json")))
                    .isFalse();
            assertThat(roles.may(role, "s3:DeleteObject", Roles.RUN)).isFalse();
            assertThat(roles.may(role, "s3:DeleteObjectVersion", Roles.RUN)).isFalse();
            assertThat(roles.may(role, "s3:DeleteObject", Roles.RAW)).isFalse();
            assertThat(roles.may(role, Roles.run("sensor-daily"))).isFalse();
            assertThat(roles.may(role, "glue:DeleteTable", Roles.TABLE)).isFalse();
        }
    }

    @Test
    void thePublisherCommitsAndRemovesNothing() {
        assertThat(roles.may("PublisherRole", Roles.create(Roles.JOURNAL))).isTrue();
        assertThat(roles.may("PublisherRole", "glue:BatchUpdatePartition", Roles.TABLE))
                .isTrue();
        assertThat(roles.may("PublisherRole", Roles.run("sensor-daily"))).isTrue();
        String jar = "arn:aws:s3:::salt-code/saltern/jars/aa/saltern-job.jar";
        assertThat(roles.may("PublisherRole", Roles.create(jar))).isTrue();
        assertThat(roles.may("PublisherRole", Roles.overwrite(jar))).isFalse();
        assertThat(roles.may("PublisherRole", "s3:GetObject", "arn:aws:s3:::salt-logs/emr/a/stderr"))
                .isTrue();
        assertThat(roles.may("PublisherRole", "s3:DeleteObject", Roles.RUN)).isFalse();
        // A compaction clears up behind its committer.
        assertThat(roles.may("PublisherRole", "s3:DeleteObject", Roles.MAGIC)).isTrue();
        assertThat(roles.may("PublisherRole", "s3:DeleteObjectVersion", Roles.MAGIC))
                .isFalse();
        assertThat(roles.may("PublisherRole", "s3:PutObject", Roles.LAKE + "/curated/_staging/a"))
                .isFalse();
    }

    @Test
    void gcRemovesRunsAndNeitherJournalNorRawFiles() {
        assertThat(roles.may("GcRole", "s3:DeleteObject", Roles.RUN)).isTrue();
        assertThat(roles.may("GcRole", "s3:DeleteObjectVersion", Roles.RUN)).isTrue();
        assertThat(roles.may("GcRole", "s3:DeleteObject", Roles.RAW)).isFalse();
        assertThat(roles.may("GcRole", Roles.create(Roles.JOURNAL))).isFalse();
        assertThat(roles.may("GcRole", "glue:UpdateTable", Roles.TABLE)).isFalse();
        assertThat(roles.may("GcRole", Roles.run("sensor-daily"))).isFalse();
    }

    @Test
    void thePolicyOfTheLakeHoldsForAdministratorsToo() {
        assertThat(roles.all.allowsAdministrator(AccessRequest.of("s3:GetObject", Roles.RUN)))
                .isTrue();
        assertThat(roles.all.allowsAdministrator(Roles.create(Roles.JOURNAL))).isTrue();
        assertThat(roles.all.allowsAdministrator(Roles.overwrite(Roles.JOURNAL)))
                .isFalse();
        assertThat(roles.all.allowsAdministrator(AccessRequest.of("s3:DeleteObject", Roles.RUN)))
                .isFalse();
        assertThat(roles.all.allowsAdministrator(Roles.overwrite(Roles.RUN))).isFalse();
        assertThat(roles.all.allowsAdministrator(AccessRequest.of("s3:DeleteObject", Roles.JOURNAL)))
                .isFalse();
        assertThat(roles.all.allowsAdministrator(
                        new AccessRequest("s3:GetObject", Roles.RUN, Map.of("aws:SecureTransport", "false"))))
                .isFalse();
        // A part of a multipart upload cannot carry the header; the end of the upload can.
        assertThat(roles.all.allowsAdministrator(
                        AccessRequest.of("s3:PutObject", Roles.JOURNAL).with("s3:ObjectCreationOperation", "false")))
                .isTrue();
    }
}

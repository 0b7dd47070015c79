/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a raw file on S3 is known by: its entity tag, and no time. */
@ExtendWith(AwsEmulator.class)
class S3ListingTest {
    @Test
    void sameContentIsTheSameFileAndOtherContentOfTheSameSizeIsAnother(Aws aws) throws Exception {
        aws.createBucket("raw");
        String first = version(aws, "1,2\n");
        Thread.sleep(1_100); // S3 tells the time of an object in seconds.
        assertThat(version(aws, "1,2\n")).isEqualTo(first);
        assertThat(version(aws, "1,3\n")).isNotEqualTo(first);
    }

    private static String version(Aws aws, String content) throws Exception {
        aws.put("raw", "day/part.csv", content.getBytes(StandardCharsets.UTF_8));
        Configuration hadoop = new Configuration();
        hadoop.set("fs.s3a.endpoint", aws.endpoint().toString());
        hadoop.set("fs.s3a.endpoint.region", Aws.REGION);
        hadoop.set("fs.s3a.path.style.access", "true");
        hadoop.set(
                "fs.s3a.aws.credentials.provider",
                "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
        try (FileSystem files = FileSystem.newInstance(new Path("s3a://raw/").toUri(), hadoop)) {
            return SourceFile.of(
                            files.listFiles(new Path("s3a://raw/day"), true).next(), null)
                    .version();
        }
    }
}

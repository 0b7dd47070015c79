/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import dev.saltern.conf.Access;
import dev.saltern.jobs.aws.AwsClients;
import dev.saltern.jobs.aws.S3aSettings;
import org.apache.hadoop.conf.Configuration;

/** Opens lakes by where they are. */
public final class LakeStores {
    private LakeStores() {}

    /**
     * Opens the lake.
     *
     * @param root its root as a URI without a trailing slash
     * @param access how S3 is reached, if that is where it is
     * @throws dev.saltern.conf.SalternException with {@link dev.saltern.conf.ExitCode#INVALID_CONFIGURATION} if it is neither on S3 nor on
     *     the local file system
     */
    public static LakeStore open(String root, Access access, Configuration conf) {
        return S3aSettings.isOnS3(root) ? new S3Store(root, AwsClients.of(access)) : HadoopStore.local(root, conf);
    }
}

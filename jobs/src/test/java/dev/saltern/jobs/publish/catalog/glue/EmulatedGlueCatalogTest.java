/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;

/** The catalog against the AWS emulator. */
@ExtendWith(AwsEmulator.class)
class EmulatedGlueCatalogTest extends GlueCatalogContract {
    private GlueClient glue;

    @BeforeEach
    void connect(Aws aws) {
        aws.reset();
        glue = GlueTestTables.client(aws.endpoint());
    }

    @Override
    GlueClient glue() {
        return glue;
    }
}

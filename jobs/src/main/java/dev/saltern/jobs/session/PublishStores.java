/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.session;

import dev.saltern.conf.Account;
import dev.saltern.conf.CatalogKind;
import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.LocationRowCounter;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.catalog.SessionCatalog;
import dev.saltern.jobs.publish.catalog.glue.GlueCatalog;
import dev.saltern.jobs.publish.catalog.glue.ManifestSchemas;
import dev.saltern.jobs.publish.store.LakeStore;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.GlueClientBuilder;

/** Opens what a publish in an environment reads and changes. */
public final class PublishStores {
    private PublishStores() {}

    /**
     * Returns the stores, with the catalog that the environment names.
     *
     * @param session reads data files, and is the catalog where the environment says no other
     * @param lake the files of the environment's lake
     * @throws SalternException with {@link ExitCode#INVALID_CONFIGURATION} if nothing says in which region Glue is
     */
    public static Stores of(SparkSession session, Environment environment, LakeStore lake) {
        Stores stores = Stores.of(session, lake, new SessionCatalog(session));
        if (environment.catalog() == CatalogKind.SESSION) {
            return stores;
        }
        GlueCatalog glue = new GlueCatalog(client(environment.aws()), null, new ManifestSchemas(lake));
        return new Stores(lake, stores.journal(), glue, stores.data(), new LocationRowCounter(session, glue));
    }

    private static GlueClient client(@Nullable Account account) {
        GlueClientBuilder builder = GlueClient.builder().httpClientBuilder(ApacheHttpClient.builder());
        try {
            return account == null
                    ? builder.build()
                    : builder.region(Region.of(account.region())).build();
        } catch (SdkClientException e) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot reach Glue: " + e.getMessage() + ". Set aws.region in the environment, or AWS_REGION",
                    e);
        }
    }
}

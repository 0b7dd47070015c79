/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.session;

import dev.saltern.conf.CatalogKind;
import dev.saltern.conf.Environment;
import dev.saltern.jobs.aws.AwsClients;
import dev.saltern.jobs.publish.LocationRowCounter;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.catalog.SessionCatalog;
import dev.saltern.jobs.publish.catalog.glue.GlueCatalog;
import dev.saltern.jobs.publish.catalog.glue.ManifestSchemas;
import dev.saltern.jobs.publish.store.LakeStore;
import org.apache.spark.sql.SparkSession;

/** Opens what a publish in an environment reads and changes. */
public final class PublishStores {
    private PublishStores() {}

    /**
     * Returns the stores, with the catalog that the environment names.
     *
     * @param session reads data files, and is the catalog where the environment says no other
     * @param lake the files of the environment's lake
     * @throws dev.saltern.conf.SalternException with {@link dev.saltern.conf.ExitCode#INVALID_CONFIGURATION} if nothing says in which
     *     region Glue is
     */
    public static Stores of(SparkSession session, Environment environment, LakeStore lake) {
        Stores stores = Stores.of(session, lake, new SessionCatalog(session));
        if (environment.catalog() == CatalogKind.SESSION) {
            return stores;
        }
        GlueCatalog glue = new GlueCatalog(AwsClients.of(environment.access()).glue(), null, new ManifestSchemas(lake));
        return new Stores(lake, stores.journal(), glue, stores.data(), new LocationRowCounter(session, glue));
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.Access;
import dev.saltern.jobs.aws.AwsClients;
import dev.saltern.jobs.aws.Interceptors;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.glue.GlueCatalog;
import dev.saltern.jobs.publish.catalog.glue.ManifestSchemas;
import dev.saltern.jobs.publish.store.S3Store;
import dev.saltern.jobs.publish.store.StoredFile;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.weather.FaultInterceptor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The stores of the product on AWS as the emulator serves it by HTTP: documents and rows on S3, the table in Glue. */
final class Cloud {
    private static final String BUCKET = "curated";
    private static final String LAKE = "s3://" + BUCKET + "/lake";

    private final Aws aws;
    private final AwsClients clients;
    private final AtomicInteger ticks = new AtomicInteger();

    private Cloud(Aws aws, AwsClients clients) {
        this.aws = aws;
        this.clients = clients;
    }

    /** Opens it with clients that never wait between attempts. */
    static Cloud impatient(Aws aws) {
        System.setProperty(Interceptors.PROPERTY, FaultInterceptor.class.getName());
        return new Cloud(aws, AwsClients.impatient(access(aws)));
    }

    /** Opens it with the clients that the product has. */
    static Cloud patient(Aws aws) {
        System.setProperty(Interceptors.PROPERTY, FaultInterceptor.class.getName());
        return new Cloud(aws, AwsClients.of(access(aws)));
    }

    private static Access access(Aws aws) {
        return new Access(Aws.REGION, aws.endpoint().toString(), true);
    }

    /** Forgets everything. */
    void clear() {
        aws.reset();
        aws.createBucket(BUCKET);
        ticks.set(0);
    }

    /** Returns what a process works with that starts in this moment. */
    Desk desk(UnaryOperator<Stores> sabotage) {
        S3Store lake = new S3Store(LAKE, clients);
        GlueCatalog catalog = new GlueCatalog(clients.glue(), null, new ManifestSchemas(lake), lake.backoff());
        return new Desk(
                lake,
                catalog,
                new LineRows(lake, catalog),
                () -> Desk.moment(ticks.get()),
                ticks::incrementAndGet,
                sabotage);
    }

    /** Returns all that stands in the stores. */
    World world() {
        return world(desk(UnaryOperator.identity()));
    }

    /** Returns all that stands in the stores of a desk. */
    static World world(Desk desk) {
        World world = World.EMPTY;
        for (StoredFile file : desk.stores.lake().files("")) {
            byte[] content = desk.stores.lake().read(file.path()).orElseThrow();
            world = world.with(file.path(), new String(content, StandardCharsets.UTF_8));
        }
        if (desk.stores.catalog().find(Desk.TABLE).isEmpty()) {
            return world;
        }
        Map<Map<String, String>, CatalogPartition> partitions = new LinkedHashMap<>();
        String root = desk.stores.lake().location("");
        desk.stores.catalog().partitions(Desk.TABLE).forEach((values, partition) -> {
            String location = partition.location().replace(root, MemoryLake.ROOT);
            partitions.put(values, new CatalogPartition(values, location, partition.parameters()));
        });
        return world.withCatalog(partitions);
    }
}

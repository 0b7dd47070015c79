/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.Access;
import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.aws.AwsClients;
import dev.saltern.jobs.publish.catalog.glue.GlueCatalog;
import dev.saltern.jobs.publish.catalog.glue.ManifestSchemas;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.store.Backoff;
import dev.saltern.jobs.publish.store.HadoopStore;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.glue.StrictGlue;
import dev.saltern.test.weather.Storm;
import dev.saltern.test.weather.Weather;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;

/**
 * Ten thousand days go live at once in a strict Glue that is crowded, from a process that dies on the way; the files are on a local disk. The
 * run is done again in fair weather.
 */
final class ManyDays {
    private static final int DAYS = 10_000;

    /** As many requests as the publish makes, about. */
    private static final int REQUESTS = 150;

    private ManyDays() {}

    static Walk.Result of(long seed) {
        try (StrictGlue server = StrictGlue.start()) {
            Path folder = Files.createTempDirectory("saltern-many");
            try {
                return new Publish(folder, server).go(seed);
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Publish(Path folder, StrictGlue server) {
        Walk.Result go(long seed) {
            Day days = FaultCase.days(DAYS);
            List<String> wrong = new ArrayList<>();
            int death = new Random(seed).nextInt(REQUESTS) + 1;
            Storm storm = Storm.begin(seed, Weather.CROWDED, death);
            ExitCode first;
            try (storm) {
                first = run(days);
            }
            wrong.addAll(Invariants.of(Cloud.world(desk())));
            int before = requests();
            long start = System.nanoTime();
            ExitCode exit = run(days.again(9));
            long nanos = System.nanoTime() - start;
            int calls = requests() - before;
            World world = Cloud.world(desk());
            wrong.addAll(Invariants.of(world));
            if (exit != ExitCode.DONE
                    || !Quiet.follows(world)
                    || world.catalog().size() != DAYS) {
                wrong.add("I6: done again, the run ended with " + exit + " and the catalog has "
                        + world.catalog().size() + " of " + DAYS + " days");
            }
            int faults = storm.mishaps().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            List<String> story = new ArrayList<>(storm.story());
            story.add("ended with " + first + ", then with " + exit + " after " + calls + " calls of Glue");
            return new Walk.Result(storm.mishaps(), faults, wrong, calls, nanos, story);
        }

        private ExitCode run(Day days) {
            return CloudWalk.run(desk(), days);
        }

        private int requests() {
            return server.calls().values().stream().mapToInt(Integer::intValue).sum();
        }

        private Desk desk() {
            HadoopStore lake = HadoopStore.local(new Lake(folder.toString()).root(), new Configuration());
            AwsClients clients = AwsClients.impatient(
                    new Access(Aws.REGION, server.endpoint().toString(), true));
            GlueCatalog catalog = new GlueCatalog(clients.glue(), null, new ManifestSchemas(lake), Backoff.NONE);
            return new Desk(
                    lake, catalog, new LineRows(lake, catalog), () -> Desk.moment(0), () -> {}, stores -> stores);
        }
    }
}

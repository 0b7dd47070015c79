/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.CrashPoint;
import dev.saltern.test.faults.FaultGroup;
import dev.saltern.test.faults.FaultLine;
import dev.saltern.test.faults.FaultPage;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every publish is killed, in a process of its own, and done again, under a reader that never stops. {@code -Dsaltern.republishes=100} says
 * how often; with {@code -Dsaltern.regenerate=true} the results are written to the documents.
 */
@ExtendWith(AwsEmulator.class)
class KilledPublishersTest {
    private static final int VERSIONS = Integer.getInteger("saltern.republishes", 3);
    private static final long SEED = Long.getLong("saltern.kill-seed", 20_260_131);

    private final Random random = new Random(SEED);
    private final Map<String, Integer> kills = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Integer> calls = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();

    @Test
    void readerNeverSeesAPartialEmptyOrDoubledDay(Aws aws) throws IOException, InterruptedException {
        Cloud cloud = Cloud.impatient(aws);
        cloud.clear();
        assertThat(CloudWalk.run(cloud, Versions.of(1))).isEqualTo(ExitCode.DONE);
        PollingReader reader = new PollingReader(cloud);
        try {
            for (int version = 2; version <= VERSIONS + 1; version++) {
                reader.expect(version - 1, version);
                kill(aws, version);
                again(cloud, version);
                reader.expect(version, version);
            }
        } finally {
            wrong.addAll(reader.end());
        }
        System.out.println(VERSIONS + " versions, " + reader.polls() + " looks of the reader, " + kills);
        assertThat(reader.polls()).isGreaterThan(VERSIONS);
        int count = kills.entrySet().stream()
                .filter(kind -> !kind.getKey().contains("had ended"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        FaultPage.keep(
                FaultGroup.PROCESSES,
                List.of(new FaultLine(
                        VERSIONS + " publishes of a table, each killed and done again",
                        "1 (" + SEED + ")",
                        count,
                        kills,
                        wrong.size(),
                        FaultLine.median(calls),
                        FaultLine.median(nanos) / 1e6)));
        assertThat(wrong).isEmpty();
    }

    private void kill(Aws aws, int version) throws IOException, InterruptedException {
        CrashPoint[] points = CrashPoint.values();
        CrashPoint point = random.nextInt(3) == 0 ? null : points[random.nextInt(points.length)];
        int delay = random.nextInt(1_200);
        try (KilledProcess process = KilledProcess.start(aws, version, point)) {
            boolean isKilled = process.end(point == null ? delay : null);
            String kind = point == null ? "SIGKILL at a random moment" : "halt at " + point;
            kills.merge(kind + (isKilled ? "" : ", had ended before"), 1, Integer::sum);
            assertThat(isKilled || point == null).as(kind).isTrue();
        }
    }

    private void again(Cloud cloud, int version) {
        Alone.End end = CloudWalk.undisturbed(cloud, Versions.of(version).again(2 * version + 1));
        calls.add(end.calls());
        nanos.add(end.nanos());
        if (end.exit() != ExitCode.DONE) {
            wrong.add("I6: version " + version + ", done again, ended with " + end.exit());
        }
        wrong.addAll(Invariants.of(end.world()));
        long head = new Written(end.world()).newest().orElseThrow().version();
        if (head != version || !Quiet.follows(end.world())) {
            wrong.add("I8: behind version " + version + " the journal ends at " + head);
        }
    }
}

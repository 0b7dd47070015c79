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
 * how often; the profile {@code faults} writes the results to the documents.
 */
@ExtendWith(AwsEmulator.class)
class KilledPublishersTest {
    private static final int VERSIONS = Integer.getInteger("saltern.republishes", 3);
    private static final long SEED = Long.getLong("saltern.kill-seed", 20_260_131);

    private final Random random = new Random(SEED);
    private final Map<String, List<Alone.End>> ends = new TreeMap<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Map<String, List<String>> wrong = new TreeMap<>();

    @Test
    void readerNeverSeesAPartialEmptyOrDoubledDay(Aws aws) throws IOException, InterruptedException {
        Cloud cloud = Cloud.impatient(aws);
        cloud.clear();
        assertThat(CloudWalk.run(cloud, Versions.of(1))).isEqualTo(ExitCode.DONE);
        PollingReader reader = new PollingReader(cloud);
        try {
            for (int version = 2; version <= VERSIONS + 1; version++) {
                reader.expect(version - 1, version);
                again(cloud, version, kill(aws, version));
                reader.expect(version, version);
            }
        } finally {
            wrong.computeIfAbsent("the reader", kind -> new ArrayList<>()).addAll(reader.end());
        }
        System.out.println(VERSIONS + " versions, " + reader.polls() + " looks of the reader, " + kills);
        assertThat(reader.polls()).isGreaterThan(VERSIONS);
        FaultPage.keep(FaultGroup.PROCESSES, lines(reader.polls()));
        assertThat(wrong.values()).allSatisfy(each -> assertThat(each).isEmpty());
    }

    /** Each way to die is a line, and so is what the reader saw of all of them. */
    private List<FaultLine> lines(int polls) {
        List<FaultLine> lines = new ArrayList<>();
        ends.forEach((kind, some) -> lines.add(
                line(kind + ", then run again", some.size() + " publishes", kills.getOrDefault(kind, 0), kind, some)));
        List<Alone.End> all = ends.values().stream().flatMap(List::stream).toList();
        lines.add(line(
                "the reader meanwhile: " + polls + " looks",
                VERSIONS + " publishes, seed " + SEED,
                0,
                "the reader",
                all));
        return lines;
    }

    private FaultLine line(String name, String seeds, int count, String kind, List<Alone.End> some) {
        return new FaultLine(
                name,
                seeds,
                count,
                count == 0 ? Map.of() : Map.of(kind, count),
                wrong.getOrDefault(kind, List.of()).size(),
                FaultLine.median(some.stream().map(Alone.End::calls).toList()),
                FaultLine.median(some.stream().map(Alone.End::nanos).toList()) / 1e6);
    }

    /** Returns how the process died, or was to. */
    private String kill(Aws aws, int version) throws IOException, InterruptedException {
        CrashPoint[] points = CrashPoint.values();
        CrashPoint point = random.nextInt(3) == 0 ? null : points[random.nextInt(points.length)];
        int delay = random.nextInt(1_200);
        try (KilledProcess process = KilledProcess.start(aws, version, point)) {
            boolean isKilled = process.end(point == null ? delay : null);
            String kind = point == null ? "SIGKILL at a random moment" : "halt at " + point;
            // One that had ended before it was killed is no fault.
            kills.merge(kind, isKilled ? 1 : 0, Integer::sum);
            assertThat(isKilled || point == null).as(kind).isTrue();
            return kind;
        }
    }

    private void again(Cloud cloud, int version, String kind) {
        Alone.End end = CloudWalk.undisturbed(cloud, Versions.of(version).again(2 * version + 1));
        ends.computeIfAbsent(kind, each -> new ArrayList<>()).add(end);
        List<String> found = wrong.computeIfAbsent(kind, each -> new ArrayList<>());
        if (end.exit() != ExitCode.DONE) {
            found.add("I6: version " + version + ", done again, ended with " + end.exit());
        }
        found.addAll(Invariants.of(end.world()));
        long head = new Written(end.world()).newest().orElseThrow().version();
        if (head != version || !Quiet.follows(end.world())) {
            found.add("I8: behind version " + version + " the journal ends at " + head);
        }
    }
}

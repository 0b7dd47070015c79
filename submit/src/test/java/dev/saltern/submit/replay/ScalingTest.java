/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.cluster.Cluster;
import dev.saltern.submit.Launches;
import dev.saltern.submit.cost.HourlyCost;
import dev.saltern.submit.cost.Prices;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScalingTest {
    /** 32 tasks of 10 s, then, after 2 s of the driver, 4 tasks of which one takes 20 s; 3 s until the report. */
    static final String REPORT = """
            {"run": "r1", "verdict": "PUBLISHED", "started": "2026-02-01T00:00:00Z", "seconds": 201.0,
             "setting": {"inputBytes": 1073741824, "cores": 2, "stages": [
               {"stage": 3, "name": "staging readings", "start": 1.0, "seconds": 160.0, "waitsFor": [], "taskMillis": "32x10000"},
               {"stage": 5, "name": "writing daily", "start": 163.0, "seconds": 35.0, "waitsFor": [3],
                "taskMillis": "20000 10000 10000 10000"}]}}
            """;

    private static Optional<RecordedRun> read(String report) throws JsonProcessingException {
        return RecordedRun.of(new ObjectMapper().readTree(report));
    }

    static RecordedRun run() throws JsonProcessingException {
        return read(REPORT).orElseThrow();
    }

    @Test
    void aReportIsReadWithWhatTheDriverDidBetween() throws JsonProcessingException {
        RecordedRun run = run();
        assertThat(run.stages()).extracting(StageRun::gapSeconds).containsExactly(1.0, 2.0);
        assertThat(run.stages()).extracting(StageRun::taskSecondsTogether).containsExactly(320.0, 50.0);
        assertThat(run.tailSeconds()).isCloseTo(3, within(1e-9));
        assertThat(read(REPORT.replace("PUBLISHED", "REFUSED"))).isEmpty();
        assertThat(read("{\"verdict\": \"PUBLISHED\", \"setting\": {\"cores\": 2}}"))
                .isEmpty();
    }

    @Test
    void whatStopsScalingIsNamed() throws JsonProcessingException {
        Scaling scaling = Scaling.of(run(), 1);
        // On its own two slots: 1 + 160 + 2 + (30 or 40, by which task comes last) + 3.
        assertThat(scaling.error()).isBetween(-0.03, 0.03);
        assertThat(scaling.rows()).extracting(Replay::slots).containsExactly(16, 32, 64, 128, 256, 512, 1024);
        assertThat(scaling.rows().get(0).seconds()).isCloseTo(1 + 20 + 2 + 20 + 3, within(1e-9));
        assertThat(scaling.rows().get(0).evenSeconds()).isCloseTo(1 + 20 + 2 + 50.0 / 16 + 3, within(1e-9));
        assertThat(scaling.rows())
                .allSatisfy(row -> assertThat(row.evenSeconds()).isLessThanOrEqualTo(row.seconds() + 1e-9));
        assertThat(scaling.rows().get(1).seconds()).isCloseTo(1 + 10 + 2 + 20 + 3, within(1e-9));
        assertThat(scaling.rows().get(6).seconds())
                .isEqualTo(scaling.rows().get(1).seconds());
        assertThat(scaling.enoughSlots()).isEqualTo(32);
        assertThat(scaling.rows().get(6).driverSeconds()).isCloseTo(6, within(1e-9));
        assertThat(scaling.lines())
                .last()
                .isEqualTo("more than 32 slots save little: what stops scaling is stage 5 (writing daily), 4 tasks, the"
                        + " longest 20.0 s of 50.0 s together");
        assertThat(scaling.map()).containsEntry("enoughSlots", 32).containsEntry("run", "r1");
    }

    @Test
    void aLargerDayTakesLongerInItsTasksAlone() throws JsonProcessingException {
        assertThat(run().growth(3L << 30)).isEqualTo(3);
        assertThat(run().growth(0)).isEqualTo(1);
        assertThat(run().on(1024, 3).seconds()).isCloseTo(1 + 30 + 2 + 60 + 3, within(1e-9));
    }

    @Test
    void theDriverAloneIsNamedWhereItIsMost() throws JsonProcessingException {
        RecordedRun slow = read(REPORT.replace("201.0", "260.0")).orElseThrow();
        assertThat(Scaling.of(slow, 1).lines())
                .last()
                .asString()
                .startsWith(
                        "more than 32 slots save little: for 65.0 s of 95.0 s the driver works alone; of the stages,");
    }

    @Test
    void theCheapestFleetIsTheOneThatIsJustInTime() throws JsonProcessingException {
        Cluster small = Launches.cluster("small");
        List<FleetOption> options =
                FleetOption.of(small, Objects.requireNonNull(small.emr()), new HourlyCost(Prices.load(null)));
        assertThat(options).extracting(FleetOption::slots).startsWith(8, 12, 16).endsWith(40);
        // A hundred times the day: 32,000 s of work in tasks, of which one takes 2,000 s.
        RecordedRun run = run();
        FleetChoice fast = FleetChoice.fastest(run, 100, options).orElseThrow();
        assertThat(fast.option().slots()).isGreaterThanOrEqualTo(32);
        Duration deadline = Duration.ofHours(3);
        FleetChoice cheap =
                FleetChoice.cheapest(run, 100, options, deadline, false).orElseThrow();
        assertThat(cheap.total()).isLessThanOrEqualTo(deadline);
        assertThat(options.stream()
                        .map(option -> FleetChoice.cheapest(run, 100, List.of(option), deadline, false))
                        .flatMap(Optional::stream))
                .allSatisfy(other -> assertThat(other.cost().high())
                        .isGreaterThanOrEqualTo(cheap.cost().high()));
        assertThat(FleetChoice.cheapest(run, 100, options, fast.total(), false)).isPresent();
        assertThat(FleetChoice.cheapest(run, 100, options, fast.total().minusSeconds(1), false))
                .isEmpty();
        // Cut evenly, no task of 2,000 s is waited for.
        assertThat(FleetChoice.cheapest(run, 100, options, fast.total().minusSeconds(1), true))
                .isPresent();
    }

    @Test
    void executorsAreAFleetAsWell() throws JsonProcessingException {
        Cluster file = Launches.cluster("serverless");
        List<FleetOption> options =
                FleetOption.of(file, Objects.requireNonNull(file.serverless()), new HourlyCost(Prices.load(null)));
        assertThat(FleetChoice.cheapest(run(), 1, options, Duration.ofHours(1), false)
                        .orElseThrow())
                .asString()
                .startsWith("serverless, 1 executor of 4 processors: ")
                .contains("(1m 30s to start), $0.");
    }
}

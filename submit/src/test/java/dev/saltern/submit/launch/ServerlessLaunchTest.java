/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.test.kit.emr.Fault;
import dev.saltern.test.kit.emr.StepLife;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerlessLaunchTest {
    @TempDir
    private Path lake;

    private LaunchBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new LaunchBench(lake);
    }

    @AfterEach
    void nothingIsLeft() {
        bench.pace().sleep(Duration.ofMinutes(1));
        assertThat(bench.server().openRuns()).isZero();
        bench.close();
    }

    private void life(StepLife run) {
        bench.server().nextRun(run);
    }

    @Test
    void publishedAndPricedByWhatWasBilled() {
        life(StepLife.completes(Duration.ofMinutes(9)).leaving(bench.reports("PUBLISHED", 0, "")));
        Outcome outcome = bench.launchServerless();
        assertThat(outcome.verdict().message()).isEqualTo("published by run run-1");
        assertThat(outcome.cost().orElseThrow().usd()).isPositive();
    }

    @Test
    void aLostAnswerStartsOneRun() {
        life(StepLife.completes(Duration.ofMinutes(9)).leaving(bench.reports("PUBLISHED", 0, "")));
        bench.server().fault(Fault.first(Fault.Kind.LOST_RESPONSE, "StartJobRun"));
        assertThat(bench.launchServerless().verdict().exitCode().code()).isZero();
        assertThat(bench.server().startedRuns()).isEqualTo(1);
    }

    @Test
    void theGateTellsItsOwnCode() {
        life(StepLife.fails(Duration.ofMinutes(9)).leaving(bench.reports("REFUSED", 21, "\"too few rows\"")));
        assertThat(bench.launchServerless().verdict())
                .hasToString(
                        "Verdict[exitCode=QUALITY_GATE, message=The run was not published: too few rows, relaunch=false]");
    }

    @Test
    void theDeadlineCancelsTheRun() {
        life(StepLife.completes(Duration.ofHours(9)));
        bench.deadline = Duration.ofMinutes(45);
        assertThatThrownBy(() -> bench.launchServerless()).hasMessageContaining("The deadline of");
    }

    @Test
    void theBudgetCancelsTheRun() {
        life(StepLife.completes(Duration.ofHours(9)));
        bench.maxUsd = 0.2;
        assertThatThrownBy(() -> bench.launchServerless()).hasMessageContaining("The budget of $0.20 was reached");
    }

    @Test
    void aSignalCancelsTheRun() {
        life(StepLife.completes(Duration.ofHours(9)));
        bench.whileAsleep = () -> bench.stop.request();
        assertThatThrownBy(() -> bench.launchServerless()).hasMessageContaining("Interrupted");
    }
}

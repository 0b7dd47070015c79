/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.publish.Stores;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.weather.Weather;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever leaves out a part of the protocol is caught on S3 and Glue too, by some seed: the schedules can fail. */
@ExtendWith(AwsEmulator.class)
class BrokenCloudTest {
    private static final int MAX_SEEDS = 60;

    private Cloud cloud;

    @BeforeEach
    void open(Aws aws) {
        cloud = Cloud.impatient(aws);
    }

    @Test
    void journalThatIsNotReadBackIsCaught() {
        assertThat(first(FaultCase.NEW.broken(Broken::believingJournal), 7)).startsWith("I5: ");
    }

    @Test
    void catalogThatIsNotReadBackIsCaught() {
        assertThat(first(FaultCase.NEW.broken(Broken::believingCatalog), 3)).startsWith("I6: ");
    }

    @Test
    void lostAnswerTakenForAConflictIsCaught() {
        assertThat(first(FaultCase.NEW.broken(Broken::tidyLoser), 6)).startsWith("I7: the live version of ");
    }

    /**
     * Returns the first violation.
     *
     * @param from the seed to begin with: one that is known to catch it, so that the others need not be tried
     */
    private String first(Day broken, long from) {
        Scenario scenario = FaultCase.scenario(List.of(broken));
        // Whoever comes then is sound.
        UnaryOperator<Stores> sound = UnaryOperator.identity();
        List<Program> after = List.of(new Reconcile(8), broken.again(9).broken(sound));
        CloudCase each = new CloudCase(
                "broken",
                new Scenario("", scenario.before(), scenario.processes(), 0, 0, after),
                new Weather(0.02, 0, 0.1, 0.1, 0.2, 0.3),
                0,
                false,
                false);
        for (long seed = from; seed <= MAX_SEEDS; seed++) {
            List<String> violations = CloudWalk.of(cloud, each, seed).violations();
            if (!violations.isEmpty()) {
                System.out.println("caught by seed " + seed + ": " + violations.get(0));
                return violations.get(0);
            }
        }
        return "nothing in " + MAX_SEEDS + " seeds";
    }
}

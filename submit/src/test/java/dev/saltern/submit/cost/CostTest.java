/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saltern.conf.cluster.Market;
import dev.saltern.submit.Launches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emr.model.Instance;
import software.amazon.awssdk.services.emr.model.MarketType;
import software.amazon.awssdk.services.emrserverless.model.ResourceUtilization;

class CostTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final PriceTable PRICES = Prices.load(null);

    private static Instance machine(String type, MarketType market, Instant ready, Instant end) {
        return Instance.builder()
                .instanceType(type)
                .market(market)
                .status(status -> status.timeline(
                        timeline -> timeline.creationDateTime(ready == null ? null : ready.minusSeconds(200))
                                .readyDateTime(ready)
                                .endDateTime(end)))
                .build();
    }

    @Test
    void secondsTimesEc2AndEmrAndDisk() {
        ActualCost cost = ActualCost.of(
                List.of(
                        machine("m7g.xlarge", MarketType.ON_DEMAND, NOON, NOON.plusSeconds(3600)),
                        machine("m7g.xlarge", MarketType.SPOT, NOON, null),
                        machine("m7g.xlarge", MarketType.SPOT, null, null)),
                73,
                PRICES,
                NOON.plusSeconds(1800));
        double disk = 73 * 0.08 / 730;
        double onDemand = 0.1632 + 0.0408 + disk;
        double spot = (0.1632 * 0.35 + 0.0408 + disk) / 2;
        assertThat(cost.usd()).isCloseTo(onDemand + spot, within(1e-9));
        assertThat(cost.machineSeconds()).isEqualTo(5400);
        assertThat(cost.lines()).hasSize(2);
    }

    @Test
    void aMachineCostsAMinuteAtLeast() {
        List<Instance> brief = List.of(machine("m7g.xlarge", MarketType.ON_DEMAND, NOON, NOON.plusSeconds(5)));
        assertThat(ActualCost.of(brief, 0, PRICES, NOON).machineSeconds()).isEqualTo(60);
    }

    @Test
    void whatWasBilledIsWhatEmrServerlessCosts() {
        ResourceUtilization billed = ResourceUtilization.builder()
                .vcpuHour(10.0)
                .memoryGBHour(40.0)
                .storageGBHour(100.0)
                .build();
        assertThat(ActualCost.of(billed, "graviton", PRICES).usd())
                .isCloseTo(10 * 0.042094 + 40 * 0.0046228 + 100 * 0.000111, within(1e-9));
    }

    @Test
    void theBandIsFromSpotToOnDemand() {
        HourlyCost hourly = new HourlyCost(PRICES);
        CostBand small = hourly.of(Launches.emr("small"));
        CostBand onDemand = hourly.of(Launches.emr("small").withTasks(8, Market.ON_DEMAND));
        assertThat(small.low()).isLessThan(onDemand.low());
        assertThat(small.high()).isEqualTo(onDemand.high());
        assertThat(hourly.of(Launches.emr("large")).low()).isGreaterThan(small.high());
        assertThat(small.times(0.5))
                .hasToString(CostBand.dollars(small.low() / 2) + " to " + CostBand.dollars(small.high() / 2));
    }

    @Test
    void everyTypeOfEveryShippedFileHasAPrice() {
        HourlyCost hourly = new HourlyCost(PRICES);
        for (String name : List.of("small", "medium", "large", "small-x86", "medium-x86")) {
            var cluster = Launches.emr(name);
            for (int i = 0; i <= cluster.ladder().size(); i++) {
                assertThat(hourly.of(cluster.attempt(i)).low()).isPositive();
            }
        }
    }

    @Test
    void whatTheTableDoesNotKnowIsRefused(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> PRICES.machine("m9g.xlarge"))
                .hasMessage("Cannot price instance type 'm9g.xlarge': the table of 2025-10-01 does not know it."
                        + " Add it to a table of your own: --prices FILE");
        assertThatThrownBy(() -> PRICES.requireRegion("eu-west-1"))
                .hasMessageContaining("the table of 2025-10-01 is of us-east-1");
        Path file = Files.writeString(folder.resolve("p.json"), "{\"date\": \"2026-01-01\", \"region\": \"r\"}");
        assertThatThrownBy(() -> Prices.load(file)).hasMessageContaining("Missing required spotShare");
        Path wrong = Files.writeString(folder.resolve("w.json"), "{\"date\": \"yesterday\"}");
        assertThatThrownBy(() -> Prices.load(wrong)).hasMessageStartingWith("Cannot read prices of ");
    }
}

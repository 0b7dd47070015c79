/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.AggregateStep;
import dev.saltern.conf.Allocation;
import dev.saltern.conf.DedupeStep;
import dev.saltern.conf.JavaStep;
import dev.saltern.conf.JoinStep;
import dev.saltern.conf.Keep;
import dev.saltern.conf.MovingAverageStep;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.SampleMethod;
import dev.saltern.conf.SampleStep;
import dev.saltern.conf.Skew;
import dev.saltern.conf.SkewTreatment;
import dev.saltern.conf.SqlStep;
import dev.saltern.conf.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepTest {
    private static Record step(String kind) {
        return (Record) Mapped.bind(Step.class, "{name: n, " + kind + "}");
    }

    @Test
    void defaults() {
        assertThat(step("dedupe: {from: a}")).isEqualTo(new DedupeStep("n", "a", List.of(), new Keep.Any()));
        assertThat(step("join: {left: a, right: b, on: k}"))
                .isEqualTo(new JoinStep("n", "a", "b", List.of("k"), JoinStep.Type.INNER, new Skew.Auto()));
        assertThat(step("aggregate: {from: a, measures: {m: sum(v)}}"))
                .isEqualTo(new AggregateStep("n", "a", List.of(), Map.of("m", "sum(v)"), new Skew.Auto()));
        assertThat(step("pivot: {from: a, on: k, aggregate: {m: avg}}"))
                .isEqualTo(
                        new PivotStep("n", "a", List.of(), "k", List.of(), 200, Map.of("m", "avg"), new Skew.Auto()));
        assertThat(step("moving-average: {from: a, order: t, value: v, window: 24h}"))
                .isEqualTo(
                        new MovingAverageStep("n", "a", List.of(), "t", "v", "24h", "moving_average", new Skew.Auto()));
        assertThat(step("sample: {from: a, method: {simple-random: 5}}"))
                .isEqualTo(new SampleStep("n", "a", new SampleMethod.SimpleRandom(5), List.of(), 42));
        assertThat(Mapped.bind(SampleMethod.class, "{stratified: {n: 5, by: g}}"))
                .isEqualTo(new SampleMethod.Stratified(5, List.of("g"), new Allocation.Proportional()));
        assertThat(step("java: {class: a.B}")).isEqualTo(new JavaStep("n", "a.B", List.of(), Map.of()));
        assertThat(step("java: a.B".replace("a.B", "{class: a.B}"))).isInstanceOf(JavaStep.class);
    }

    @Test
    void everyKeyIsMapped() {
        Mapped.assertAllDiffer(step("dedupe: {from: a}"), step("dedupe: {from: a, keys: [k], keep: {latest: t}}"));
        Mapped.assertAllDiffer(
                step("join: {left: a, right: b, on: k}"),
                step("join: {left: a, right: b, on: k, type: Anti, skew: off}"));
        Mapped.assertAllDiffer(
                step("aggregate: {from: a, measures: {m: sum(v)}}"),
                step("aggregate: {from: a, by: k, measures: {m: sum(v)}, skew: {force: two-stage}}"));
        Mapped.assertAllDiffer(
                step("pivot: {from: a, on: k, aggregate: {m: avg}}"),
                step("pivot: {from: a, by: b, on: k, values: [x], max-values: 5, aggregate: {m: avg}, skew: off}"));
        Mapped.assertAllDiffer(
                step("moving-average: {from: a, order: t, value: v, window: 24h}"),
                step("moving-average: {from: a, by: k, order: t, value: v, window: 24h, as: m, skew: {force: chunk}}"));
        Mapped.assertAllDiffer(
                step("sample: {from: a, method: {simple-random: 5}}"),
                step("sample: {from: a, method: {bernoulli: 0.5}, keys: k, seed: -9}"));
        Mapped.assertAllDiffer(step("java: {class: a.B}"), step("java: {class: a.B, from: a, options: {x: 1}}"));
    }

    @Test
    void kindsHaveShortForms() {
        assertThat(((SqlStep) step("sql: SELECT 1")).sql().text()).isEqualTo("SELECT 1");
        assertThat(((SqlStep) step("sql: {sql: SELECT 1}")).sql().text()).isEqualTo("SELECT 1");
        assertThat(Mapped.bind(Keep.class, "{earliest: t}")).isEqualTo(new Keep.Earliest("t"));
        assertThat(Mapped.bind(SampleMethod.class, "{systematic: 7}")).isEqualTo(new SampleMethod.Systematic(7));
        assertThat(Mapped.bind(SampleMethod.class, "{reservoir: {n: 7}}")).isEqualTo(new SampleMethod.Reservoir(7));
        assertThat(Mapped.bind(Allocation.class, "{neyman: v}")).isEqualTo(new Allocation.Neyman("v"));
        assertThat(Mapped.bind(Allocation.class, "equal")).isEqualTo(new Allocation.Equal());
        assertThat(Mapped.bind(Skew.class, "{force: two-stage}")).isEqualTo(new Skew.Force(SkewTreatment.TWO_STAGE));
        assertThat(Mapped.bind(Keep.class, "any")).isEqualTo(new Keep.Any());
    }
}

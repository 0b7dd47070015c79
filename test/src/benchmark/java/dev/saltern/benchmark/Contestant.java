/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A way to run a step.
 *
 * @param label its name
 * @param mode who decides on the last step
 * @param before who decides on the step before it
 * @param settings settings of Spark besides those that the treatment asks for
 */
record Contestant(String label, SkewMode mode, SkewMode before, Map<String, String> settings) {
    static final Contestant PLAIN = new Contestant("AQE defaults", SkewMode.off(), SkewMode.off(), Map.of());
    static final Contestant AUTO = new Contestant("Saltern, auto", SkewMode.auto(), SkewMode.auto(), Map.of());

    private static final String FITTED = "AQE fitted";

    /** Small pieces, for steps of which the library has no opinion. */
    private static final Map<String, String> FITTED_SETTINGS = Map.of(
            "spark.sql.adaptive.advisoryPartitionSizeInBytes", "1m",
            "spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes", "2m",
            "spark.sql.adaptive.skewJoin.skewedPartitionFactor", "2",
            "spark.sql.adaptive.forceOptimizeSkewedJoin", "true");

    /** Returns all contestants of a case; AQE fitted to a join has the settings that are forced by {@code ADAPTIVE}. */
    static List<Contestant> of(Case step) {
        List<Contestant> all = new ArrayList<>(List.of(
                PLAIN,
                AUTO,
                new Contestant(
                        FITTED,
                        // An aggregate that is forced to this decides by itself.
                        step.isJoin() ? SkewMode.force(Treatment.ADAPTIVE) : SkewMode.off(),
                        SkewMode.off(),
                        step.isJoin() ? Map.of() : FITTED_SETTINGS)));
        SkewMode before = step == Case.WINDOW_JOIN ? SkewMode.force(Treatment.CHUNK) : SkewMode.off();
        String and = step == Case.WINDOW_JOIN ? "chunk, " : "";
        step.treatments()
                .forEach(treatment -> all.add(new Contestant(
                        "forced " + and + treatment.label(), SkewMode.force(treatment), before, Map.of())));
        return all;
    }

    Prepared prepare(Case step, Tables tables) {
        return step.prepare(tables, mode, before).under(settings);
    }
}

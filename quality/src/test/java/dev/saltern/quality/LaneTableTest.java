/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.dqdl.Lane;
import dev.saltern.quality.dqdl.RuleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule type that the rows, the names or the types of one table settle is tested in every case. */
class LaneTableTest {
    private static final Set<Lane> LANES = EnumSet.of(Lane.ROW, Lane.AGGREGATE, Lane.SCHEMA, Lane.SHUFFLE);

    @Test
    void noCellOfTheTableIsMissing() {
        Set<String> tested = Stream.of(
                        RowLaneTest.CASES, AggregateLaneTest.CASES, SchemaLaneTest.CASES, ShuffleLaneTest.CASES)
                .flatMap(LaneCase::read)
                .map(found -> found.type().label() + ": " + found.kind())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = Arrays.stream(RuleType.values())
                .filter(type -> type.isRule() && LANES.contains(type.lane()) && type != RuleType.SCHEMA_MATCH)
                .flatMap(LaneTableTest::cells)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).containsAll(needed);
    }

    private static Stream<String> cells(RuleType type) {
        List<String> kinds = new ArrayList<>(List.of("passes", "fails", "empty"));
        if (type.lane() != Lane.SCHEMA) {
            kinds.addAll(List.of("all null", "one row"));
        }
        if (type.takesWhere()) {
            kinds.add("where");
        }
        if (type.takesThreshold()) {
            kinds.add("threshold");
        }
        return kinds.stream().map(kind -> type.label() + ": " + kind);
    }
}

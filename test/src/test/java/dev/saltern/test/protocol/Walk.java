/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.test.protocol.Operation.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One random schedule of a case. The same seed makes the same schedule. */
final class Walk {
    private static final int MAX_STEPS = 20_000;

    private final FaultCase faultCase;
    private final Random random;
    private final Scenario scenario;
    private final Quiet quiet;
    private final List<Publishing.@Nullable Point> points = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private World world = World.EMPTY;
    private boolean hasDied;

    private Walk(FaultCase faultCase, long seed) {
        this.faultCase = faultCase;
        this.random = new Random(seed);
        this.scenario = faultCase.scenario().apply(random);
        this.quiet = new Quiet(scenario, faultCase.isForeign());
    }

    /**
     * What came of a schedule.
     *
     * @param kinds how many calls of each kind went wrong
     * @param faults how many calls went wrong in all
     * @param violations what was wrong
     * @param recoveryCalls how many calls of stores the table needed to be right again
     * @param recoveryNanos how long that took in memory
     * @param story every call, in order
     */
    record Result(
            Map<String, Integer> kinds,
            int faults,
            List<String> violations,
            int recoveryCalls,
            long recoveryNanos,
            List<String> story) {}

    /** Goes through the schedule that a seed makes of a case. */
    static Result of(FaultCase faultCase, long seed) {
        return new Walk(faultCase, seed).go();
    }

    private Result go() {
        for (Program program : scenario.before()) {
            world = Alone.run(program, world).world();
        }
        for (Program program : scenario.processes()) {
            Publishing.At at = new Publishing(program).start(world);
            world = at.world();
            points.add(at.point());
        }
        for (int steps = 0; steps < MAX_STEPS && violations.isEmpty(); steps++) {
            List<Integer> able = able();
            if (able.isEmpty()) {
                break;
            }
            step(able.get(random.nextInt(able.size())));
        }
        if (!able().isEmpty() && violations.isEmpty()) {
            violations.add("the schedule does not come to an end");
        }
        violations.addAll(quiet.problems(new Schedule(world, points, 0, 0, -1, null, "")));
        int count = faults.values().stream().mapToInt(Integer::intValue).sum();
        return new Result(faults, count, violations, quiet.calls(), quiet.nanos(), story);
    }

    /** Returns the processes that can go on: a sleeper sleeps before its commit as long as others can. */
    private List<Integer> able() {
        List<Integer> able = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Publishing.Point point = points.get(i);
            if (point != null && point.pending != null) {
                able.add(i);
            }
        }
        if (faultCase.sleeper() && able.size() > 1 && able.get(0) == 0 && isCommit(points.get(0).pending)) {
            able.remove(0);
        }
        return able;
    }

    private static boolean isCommit(Operation operation) {
        return operation.kind() == Operation.Kind.CREATE && operation.target().startsWith("_journal/");
    }

    private void step(int process) {
        Publishing.Point point = points.get(process);
        Operation operation = point.pending;
        Schedule now = new Schedule(world, points, 0, 0, -1, null, "");
        if (!quiet.mayHappen(now, operation)) {
            return;
        }
        boolean mayFail = quiet.mayFail(point) || point.process().program() instanceof Rollback;
        if (mayFail && !hasDied && random.nextDouble() < faultCase.trouble().deaths()) {
            hasDied = true;
            points.set(process, null);
            faults.merge("a death", 1, Integer::sum);
            story.add("  [" + process + "] dies before " + operation);
            return;
        }
        Effect effect = mayFail ? effect(operation) : operation.effect().apply(world);
        String wrong = Invariants.step(world, operation, effect.world());
        if (wrong != null) {
            violations.add(wrong);
        }
        Publishing.At at = point.answered(effect.answer(), effect.world());
        story.add("  [" + process + "] " + operation + " -> " + shortened(effect.answer())
                + (at.point().exit == null ? "" : " => " + at.point().exit));
        points.set(process, at.point());
        if (!at.world().equals(world)) {
            world = at.world();
            violations.addAll(Invariants.of(world, !faultCase.isForeign()));
        }
        if (at.point().exit == ExitCode.INTERNAL
                && quiet.mayNotFail(scenario.processes().get(process))) {
            violations.add("I7: a reader did not find the files that it was sent to");
        }
    }

    private Effect effect(Operation operation) {
        FaultCase.Trouble trouble = faultCase.trouble();
        if (operation.kind().writes() && random.nextDouble() < trouble.losses()) {
            List<Effect> all = operation.faults(world);
            faults.merge(operation.kind().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            return all.get(random.nextInt(all.size()));
        }
        if (!operation.partial().isEmpty() && random.nextDouble() < trouble.partial()) {
            faults.merge("partly " + operation.kind().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            return operation
                    .partial()
                    .get(random.nextInt(operation.partial().size()))
                    .apply(world);
        }
        return operation.effect().apply(world);
    }

    private static String shortened(Object answer) {
        String text = answer.toString();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}

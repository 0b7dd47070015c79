/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.test.protocol.Operation.Effect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A process that can be stopped before each of its calls, copied, and taken back: it is nothing but its program and the answers that it
 * has got. What a program does after some answers is found out once, by running it from its start with these answers.
 */
final class Publishing {
    private final Program program;
    private final Map<Program.Step, Edge> steps = new HashMap<>();
    private final Map<ExitCode, Point> ends = new EnumMap<>(ExitCode.class);
    private int size;

    Publishing(Program program) {
        this.program = program;
    }

    Program program() {
        return program;
    }

    /** Returns how many different points it came to. */
    int size() {
        return size;
    }

    /** Returns where the process is before its first call that others can notice, and the world as it is then. */
    At start(World world) {
        return run(program.first(), new ArrayList<>(), world, new ArrayList<>());
    }

    /** Where a process is, and the world. */
    record At(Point point, World world) {}

    /** Is thrown where the answers end; no code under test catches errors. */
    private static final class Suspended extends Error {
        private static final long serialVersionUID = 1L;

        Suspended() {
            super("suspended", null, false, false);
        }
    }

    /** A moment of a process: it waits for the answer to a call, or has ended. */
    final class Point {
        private final Program.Step step;
        private final List<Object> answers;
        private final Map<Object, Edge> next = new HashMap<>();
        final @Nullable Operation pending;
        final @Nullable ExitCode exit;
        final int number = size++;

        Point(Program.Step step, List<Object> answers, @Nullable Operation pending, @Nullable ExitCode exit) {
            this.step = step;
            this.answers = answers;
            this.pending = pending;
            this.exit = exit;
        }

        Publishing process() {
            return Publishing.this;
        }

        /** Returns where the process comes to with that answer. */
        At answered(Object answer, World world) {
            Edge known = next.get(answer);
            if (known != null) {
                return known.follow(world);
            }
            List<Object> more = new ArrayList<>(answers);
            more.add(answer);
            List<Function<World, Effect>> own = new ArrayList<>();
            At at = run(step, more, world, own);
            next.put(answer, new Edge(own, at.point()));
            return at;
        }
    }

    /** What a process does by itself until it comes to the next point. */
    private record Edge(List<Function<World, Effect>> own, Point point) {
        At follow(World world) {
            World after = world;
            for (Function<World, Effect> effect : own) {
                after = effect.apply(after).world();
            }
            return new At(point, after);
        }
    }

    private At run(Program.Step step, List<Object> answers, World world, List<Function<World, Effect>> own) {
        Tape tape = new Tape(answers, world, own);
        Object result;
        try {
            result = program.run(step, tape);
        } catch (Suspended e) {
            return new At(new Point(step, answers, tape.pending, null), tape.world);
        }
        if (result instanceof ExitCode exit) {
            return new At(ends.computeIfAbsent(exit, code -> new Point(step, List.of(), null, code)), tape.world);
        }
        Edge known = steps.get((Program.Step) result);
        if (known != null) {
            own.addAll(known.own());
            return known.follow(tape.world);
        }
        List<Function<World, Effect>> more = new ArrayList<>();
        At at = run((Program.Step) result, new ArrayList<>(), tape.world, more);
        steps.put((Program.Step) result, new Edge(more, at.point()));
        own.addAll(more);
        return at;
    }

    /** Gives the known answers again, answers what only this process can notice, and stops at the first other call. */
    private static final class Tape implements Calls {
        private final List<Object> answers;
        private final List<Function<World, Effect>> own;
        private World world;
        private int position;
        private @Nullable Operation pending;

        Tape(List<Object> answers, World world, List<Function<World, Effect>> own) {
            this.answers = answers;
            this.world = world;
            this.own = own;
        }

        @Override
        public Object answer(Operation operation) {
            if (pending != null) {
                throw new Suspended();
            }
            if (position < answers.size()) {
                return answers.get(position++);
            }
            if (!operation.isLocal()) {
                pending = operation;
                throw new Suspended();
            }
            Effect effect = operation.effect().apply(world);
            world = effect.world();
            if (operation.kind().writes()) {
                own.add(operation.effect());
            }
            answers.add(effect.answer());
            position++;
            return effect.answer();
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.test.protocol.Operation.Effect;

/** A process that nobody disturbs. */
final class Alone implements Calls {
    private World world;
    private int calls;

    private Alone(World world) {
        this.world = world;
    }

    /**
     * How it ended.
     *
     * @param exit its exit code
     * @param world the world behind it
     * @param calls the calls of stores that it made
     * @param nanos how long it took
     */
    record End(ExitCode exit, World world, int calls, long nanos) {}

    /** Runs a program to its end. */
    static End run(Program program, World world) {
        Alone alone = new Alone(world);
        long start = System.nanoTime();
        Object result = program.first();
        while (result instanceof Program.Step step) {
            result = program.run(step, alone);
        }
        return new End((ExitCode) result, alone.world, alone.calls, System.nanoTime() - start);
    }

    @Override
    public Object answer(Operation operation) {
        Effect effect = operation.effect().apply(world);
        world = effect.world();
        calls += operation.kind() == Operation.Kind.CLOCK ? 0 : 1;
        return effect.answer();
    }
}

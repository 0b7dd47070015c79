/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.weather.Storm;
import dev.saltern.test.weather.Weather;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A minute of runs, one behind the other, while one request of five is refused; every wait is as long as in production. */
final class SlowMinute {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private SlowMinute() {}

    static Walk.Result of(Aws aws, long seed) {
        Cloud cloud = Cloud.patient(aws);
        cloud.clear();
        List<String> wrong = new ArrayList<>();
        List<String> story = new ArrayList<>();
        List<Day> inputs = List.of(FaultCase.OLD, FaultCase.NEW, FaultCase.OTHER);
        int number = 1;
        Storm storm = Storm.begin(seed, Weather.SLOW_DOWN, 0);
        try (storm) {
            long end = System.nanoTime() + MINUTE.toNanos();
            for (; System.nanoTime() < end; number++) {
                long start = System.nanoTime();
                ExitCode exit =
                        CloudWalk.run(cloud, inputs.get(number % inputs.size()).again(number));
                story.add("run " + number + ": " + exit + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
                if (exit != ExitCode.DONE) {
                    wrong.add("run " + number + " did not outlast the refusals: " + exit);
                }
            }
        }
        wrong.addAll(Invariants.of(cloud.world()));
        Day last = inputs.get(number % inputs.size()).again(number);
        Alone.End end = CloudWalk.undisturbed(cloud, last);
        if (end.exit() != ExitCode.DONE || !Quiet.follows(end.world())) {
            wrong.add("I6: behind the minute the run ended with " + end.exit());
        }
        int faults =
                storm.mishaps().values().stream().mapToInt(Integer::intValue).sum();
        return new Walk.Result(storm.mishaps(), faults, wrong, end.calls(), end.nanos(), story);
    }
}

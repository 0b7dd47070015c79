/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.launch.ClusterLaunch;
import dev.saltern.submit.launch.Limits;
import dev.saltern.submit.launch.Stop;
import dev.saltern.submit.launch.Work;
import dev.saltern.submit.render.DayRequest;
import dev.saltern.submit.render.OpenWords;
import dev.saltern.submit.request.ClusterRequest;
import dev.saltern.submit.request.LaunchSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The request of a launch on any day, as this machine can tell it: everything is read and checked, nothing is called. */
final class OpenDay {
    /** Stands in for the day while the files are read; what hangs on it is left open afterwards. */
    private static final List<String> SOME_DAY = List.of("--date", "2000-01-01");

    private final Surroundings surroundings;
    private final ClusterOptions options;
    private final LaunchOptions launch;
    private final Console console;

    OpenDay(Surroundings surroundings, ClusterOptions options, LaunchOptions launch, Console console) {
        this.surroundings = surroundings;
        this.options = options;
        this.launch = launch;
        this.console = console;
    }

    /** Reads and checks the files of a launch on some day. */
    LaunchSetup setup(String pipeline) {
        if (launch.target == LaunchOptions.Target.SERVERLESS) {
            throw new SalternException(
                    ExitCode.USAGE, "Cannot render a day on EMR Serverless: schedules start clusters. Leave out --on");
        }
        return LaunchSetup.of(surroundings, pipeline, SOME_DAY, options, launch);
    }

    /**
     * Returns the request of any day.
     *
     * @throws SalternException if the request would be refused
     */
    DayRequest request(LaunchSetup setup) {
        Instant now = surroundings.clock().instant();
        boolean dated = setup.pipeline().pipeline().partitioning().grain() != Grain.NONE;
        LaunchSpec spec = OpenWords.open(dated ? setup.spec() : undated(setup.spec()));
        List<ClusterRequest> attempts = attempts(setup, spec, now);
        Duration deadline = (launch.deadline == null ? setup.cluster().deadline() : launch.deadline).duration();
        return DayRequest.of(spec.pipeline(), attempts, deadline, deadline.plus(LaunchSetup.GRACE));
    }

    private List<ClusterRequest> attempts(LaunchSetup setup, LaunchSpec spec, Instant now) {
        long bytes = launch.inputSize == null ? 0 : launch.inputSize.bytes();
        LaunchEstimate estimate = LaunchEstimate.of(setup.cluster(), launch.target, bytes, List.of(), null);
        RealPace pace = new RealPace(surroundings.clock());
        Work work = new Work(
                options.aws(setup.account(), pace),
                spec,
                estimate.sizing(),
                new Limits(setup.deadline(), launch.maxUsd, options.poll()),
                null,
                pace,
                pace,
                new Stop(),
                console);
        EmrCluster cluster = LaunchEstimate.emr(setup.cluster());
        List<String> problems = ClusterLaunch.problems(work, cluster, now);
        if (!problems.isEmpty()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION, "Invalid request:\n  " + String.join("\n  ", problems));
        }
        return IntStream.rangeClosed(0, cluster.ladder().size())
                .mapToObj(attempt -> ClusterLaunch.request(work, cluster, attempt, now))
                .toList();
    }

    private static LaunchSpec undated(LaunchSpec spec) {
        List<String> arguments =
                spec.jobArguments().subList(SOME_DAY.size(), spec.jobArguments().size());
        return new LaunchSpec(
                spec.pipeline(),
                spec.environment(),
                spec.account(),
                "all",
                arguments,
                spec.id(),
                spec.code(),
                spec.expires());
    }
}

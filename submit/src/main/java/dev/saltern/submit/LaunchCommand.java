/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.launch.Signals;
import dev.saltern.submit.launch.Stop;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "launch",
        description =
                "Run a day on a transient EMR cluster, or on EMR Serverless: start, watch, judge, and leave nothing"
                        + " running.")
final class LaunchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Mixin
    private DateOptions dates = new DateOptions();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private LaunchOptions launch = new LaunchOptions();

    LaunchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = options.console(spec, surroundings);
        List<String> days = dates.arguments(surroundings.clock());
        LaunchSetup setup = LaunchSetup.of(surroundings, pipeline, days, options, launch);
        if (launch.dryRun) {
            new DryRun(surroundings, options, launch, setup)
                    .print(spec.commandLine().getOut(), console);
            return ExitCode.DONE.code();
        }
        Stop stop = new Stop();
        RealPace pace = new RealPace(surroundings.clock());
        Signals.listen(stop, pace, console);
        return new LaunchRun(surroundings, options, launch, setup, stop, pace, console)
                .run(spec.commandLine().getOut())
                .code();
    }
}

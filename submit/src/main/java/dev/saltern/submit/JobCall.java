/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Puts a command's arguments in the order that the job takes them, and forwards them. */
final class JobCall {
    private final Surroundings surroundings;
    private final JobGateway gateway;

    JobCall(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.gateway = new JobGateway(surroundings.classLoader());
    }

    int run(CommandSpec spec, List<String> positionals, JobOptions options) {
        return run(spec, positionals, options, List.of());
    }

    int run(CommandSpec spec, List<String> positionals, JobOptions options, DateOptions dates) {
        return run(spec, positionals, options, days(dates));
    }

    /** Returns the options that name the days, with real dates. */
    List<String> days(DateOptions dates) {
        return dates.arguments(surroundings.clock());
    }

    /** Returns the real date of a day that may be named by a word. */
    String day(CommandSpec spec, String text) {
        return DateOptions.parse(spec, "--date", text, surroundings.clock()).toString();
    }

    int run(CommandSpec spec, List<String> positionals, JobOptions options, List<String> more) {
        List<String> arguments = new ArrayList<>();
        arguments.add(spec.name());
        arguments.addAll(positionals);
        arguments.addAll(options.arguments(surroundings));
        arguments.addAll(more);
        arguments.addAll(options.flags());
        return gateway.forward(spec.commandLine(), arguments);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.reap.Orphan;
import dev.saltern.submit.reap.Reaper;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Ends clusters that outlived their time. */
public final class ReapMain {
    private final Variables variables;
    private final Clock clock;
    private final PrintStream out;

    /** Takes what the stack says. */
    public ReapMain() {
        this(System.getenv(), Clock.systemUTC(), System.out);
    }

    ReapMain(Map<String, String> variables, Clock clock, PrintStream out) {
        this.variables = new Variables(variables);
        this.clock = clock;
        this.out = out;
    }

    /** Ends the pipeline's orphans, and returns their ids; those of others are for their stacks. */
    public Map<String, Object> handle(Map<String, Object> event) {
        Aws aws = variables.aws(clock);
        String pipeline = variables.require("SALTERN_PIPELINE");
        List<Orphan> orphans = new Reaper(clock.instant(), null)
                .clusters(aws.emr()).stream()
                        .filter(orphan -> orphan.name().startsWith("saltern " + pipeline + " ")
                                || orphan.name().startsWith("saltern gc " + pipeline + " "))
                        .toList();
        List<String> ids = orphans.stream().map(Orphan::id).toList();
        aws.emr().terminate(ids);
        orphans.forEach(orphan -> out.println("Ended " + orphan.id() + ", " + orphan.reason() + ": " + orphan.name()));
        return Map.of("ended", ids);
    }
}

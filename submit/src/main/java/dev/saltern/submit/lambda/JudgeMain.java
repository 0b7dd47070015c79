/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.Aws;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Judges a run that is over, for the machine that ran it: by its steps and by what the job wrote. Of a cluster that has ended it hears from
 * EventBridge as well, whoever started it, and writes its metrics and its cost.
 */
public final class JudgeMain {
    private static final int MOST_SUBJECT = 100;

    private final Variables variables;
    private final Clock clock;
    private final PrintStream out;

    /** Takes what the stack says. */
    public JudgeMain() {
        this(System.getenv(), Clock.systemUTC(), System.out);
    }

    JudgeMain(Map<String, String> variables, Clock clock, PrintStream out) {
        this.variables = new Variables(variables);
        this.clock = clock;
        this.out = out;
    }

    /** Returns the verdict as the machine takes it: an exit code, a subject and a message. */
    public Map<String, Object> handle(Map<String, Object> event) {
        JsonNode node = new ObjectMapper().valueToTree(event);
        Aws aws = variables.aws(clock);
        boolean ended = node.has("detail-type");
        EndedRun run = ended
                ? EndedRun.ofCluster(
                        aws, variables, node.at("/detail/clusterId").asText())
                : EndedRun.ofMachine(aws, variables, node);
        if (ended) {
            OptionalDouble usd = run.cost(clock.instant());
            new RunMetrics(run.pipeline(), run.verdict(), clock.instant())
                    .lines(run.report(), usd)
                    .forEach(out::println);
            usd.ifPresent(run::keep);
        }
        return answer(run);
    }

    private Map<String, Object> answer(EndedRun run) {
        ExitCode code = run.verdict().exitCode();
        String subject = "Saltern: " + run.pipeline() + " " + run.day()
                + (code == ExitCode.DONE ? " is live" : " failed, " + code.code());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("exitCode", code.code());
        answer.put("subject", subject.substring(0, Math.min(subject.length(), MOST_SUBJECT)));
        answer.put("message", code == ExitCode.DONE ? run.verdict().message() : run.message());
        return answer;
    }
}

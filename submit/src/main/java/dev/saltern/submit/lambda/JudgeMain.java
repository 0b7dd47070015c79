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
 * EventBridge as well, whoever started it: it writes its metrics and its cost, and tells of a failure that no machine tells of.
 */
public final class JudgeMain {
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

    /** Returns the verdict as the machine takes it: an exit code, a subject and a message, and whether other machines may help. */
    public Map<String, Object> handle(Map<String, Object> event) {
        JsonNode node = new ObjectMapper().valueToTree(event);
        Aws aws = variables.aws(clock);
        boolean ended = node.has("detail-type");
        EndedRun run = ended
                ? EndedRun.ofCluster(
                        aws, variables, node.at("/detail/clusterId").asText())
                : EndedRun.ofMachine(aws, variables, node);
        Map<String, Object> answer = answer(run);
        if (ended) {
            OptionalDouble usd = run.cost(clock.instant());
            new RunMetrics(run, clock.instant()).lines(usd).forEach(out::println);
            usd.ifPresent(run::keep);
            if (run.verdict().exitCode() != ExitCode.DONE && !run.isToldByStarter()) {
                new People(aws, variables)
                        .tell(String.valueOf(answer.get("subject")), String.valueOf(answer.get("message")));
            }
        }
        return answer;
    }

    private static Map<String, Object> answer(EndedRun run) {
        ExitCode code = run.verdict().exitCode();
        String done = run.isUpkeep() ? " is done" : " is live";
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("exitCode", code.code());
        answer.put(
                "subject",
                People.subject("Saltern: " + run.pipeline() + " " + run.day()
                        + (code == ExitCode.DONE ? done : " failed, " + code.code())));
        answer.put("message", code == ExitCode.DONE ? run.verdict().message() : run.message());
        answer.put("reason", run.verdict().message());
        answer.put("relaunch", run.verdict().relaunch());
        return answer;
    }
}

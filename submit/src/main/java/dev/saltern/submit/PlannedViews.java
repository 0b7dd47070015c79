/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.render.NamedQuery;
import dev.saltern.submit.render.TableViews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of the tables as they will be. What columns a step has is known to Spark alone, so the job is asked, on empty tables. */
final class PlannedViews {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Surroundings surroundings;
    private final ClusterOptions options;
    private final Console console;

    PlannedViews(Surroundings surroundings, ClusterOptions options, Console console) {
        this.surroundings = surroundings;
        this.options = options;
        this.console = console;
    }

    /**
     * Returns the views.
     *
     * @param plan what saltern plan said, in place of what the job says
     * @throws SalternException if the job finds the pipeline invalid
     */
    List<NamedQuery> of(String pipeline, @Nullable Path plan, String database) {
        return plan == null ? TableViews.of(columns(pipeline), database) : ofFile(plan, database);
    }

    private JsonNode columns(String pipeline) {
        JobGateway job = new JobGateway(surroundings.classLoader());
        if (!job.hasJob()) {
            console.say("Views of the columns are left out: Saltern was not started by its launcher script, which finds"
                    + " Spark. Say --plan FILE");
            return MAPPER.createObjectNode();
        }
        List<String> arguments = new ArrayList<>(List.of("columns", pipeline));
        arguments.addAll(options.job().arguments(surroundings));
        arguments.add("--json");
        try {
            JsonNode answer = MAPPER.readTree(job.answer(arguments));
            answer.path("notes").forEach(note -> console.say("No view of it yet. " + note.asText()));
            return answer;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot read the columns of " + pipeline + ": " + e.getOriginalMessage(), e);
        }
    }

    private static List<NamedQuery> ofFile(Path plan, String database) {
        try {
            return TableViews.of(MAPPER.readTree(plan.toFile()), database);
        } catch (IOException | IllegalArgumentException e) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Cannot read --plan " + plan + ": " + e.getMessage()
                            + ". Make it with saltern plan PIPELINE --date DATE --json",
                    e);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pipeline file: raw files of a day in, published tables out.
 *
 * @param name lower-case letters, digits and hyphens
 * @param description one sentence, or null
 * @param partition how the tables are cut unless an output says otherwise
 * @param retention how long the tables keep their partitions unless an output says otherwise, or null for ever
 * @param variables defaults of {@code ${name}}; the environment and the command line stand above them
 * @param sources what is read, by view name
 * @param steps what is computed, in order; each is a view that later steps and outputs can use
 * @param outputs what is published, by table name
 */
public record Pipeline(
        @Key(name = "pipeline", doc = "The pipeline's name: lower-case letters, digits and hyphens.")
        String name,

        @Key(doc = "One sentence on what the pipeline is for.") @Nullable
        String description,

        @Key(doc = "How the tables are cut into partitions; one table without partitions if left out.") @Nullable
        Partitioning partition,

        @Key(
                doc =
                        "How long the tables, that of the quarantined rows too, keep their partitions, such as 400d; for ever if left out. saltern retain drops the older ones.")
        @Nullable
        Retention retention,

        @Key(doc = "Defaults of ${name}; the environment and --set stand above them.")
        Map<String, String> variables,

        @Key(doc = "What is read, by view name; at least one.", required = true)
        Map<String, Source> sources,

        @Key(doc = "What is computed, in order.") List<Step> steps,

        @Key(doc = "What is published, by table name; at least one.", required = true)
        Map<String, Output> outputs) {
    public Pipeline {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        steps = List.copyOf(steps);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** Returns how the tables are cut unless an output says otherwise. */
    public Partitioning partitioning() {
        return partition != null ? partition : Partitioning.NONE;
    }

    /** Returns how the output is cut: by its own word, else by the pipeline's. */
    public Partitioning partitioning(Output output) {
        return output.partition() != null ? output.partition() : partitioning();
    }

    /** Returns how long the output keeps its partitions: by its own word, else by the pipeline's; null for ever. */
    public @Nullable Retention retention(Output output) {
        return output.retention() != null ? output.retention() : retention;
    }

    /** Returns the name of the table that holds this pipeline's quarantined rows. */
    public String quarantineTable() {
        return name.replace('-', '_') + "_quarantine";
    }
}

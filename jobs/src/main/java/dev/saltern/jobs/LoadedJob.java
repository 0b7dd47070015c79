/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PipelineLoader;
import java.time.LocalDate;
import java.util.Optional;

/** The environment and, where the command names one, the pipeline of a job. */
record LoadedJob(Environment environment, LoadedPipeline pipeline) {
    static Environment environment(JobArguments arguments) {
        ConfigurationFolder folder = new ConfigurationFolder(arguments.confFolder());
        return EnvironmentLoader.load(folder.environment(arguments.environment()), arguments.settings());
    }

    static LoadedJob of(JobArguments arguments) {
        return of(arguments, arguments.subject("pipeline"));
    }

    static LoadedJob of(JobArguments arguments, String name) {
        ConfigurationFolder folder = new ConfigurationFolder(arguments.confFolder());
        Environment environment = environment(arguments);
        LoadedPipeline pipeline = PipelineLoader.load(folder.pipeline(name), environment, arguments.settings());
        return new LoadedJob(environment, pipeline);
    }

    /** Returns the days of the run: those that the user named, widened to whole partitions of the pipeline. */
    Scope scope(JobArguments arguments) {
        Grain grain = pipeline.pipeline().partitioning().grain();
        Optional<JobArguments.Days> days = arguments.days();
        if (days.isPresent()) {
            return new Scope(days.get().from(), days.get().to()).widenedTo(grain);
        }
        if (grain != Grain.NONE) {
            throw JobArguments.usage("Missing required --date: "
                    + pipeline.pipeline().name() + " is partitioned by "
                    + String.join(", ", pipeline.pipeline().partitioning().columns())
                    + ". Name a day with --date, or several with --from and --to");
        }
        return new Scope(LocalDate.EPOCH, LocalDate.EPOCH);
    }
}

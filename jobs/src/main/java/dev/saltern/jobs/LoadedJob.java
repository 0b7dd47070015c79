/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Grain;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PartialPipeline;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.jobs.plan.Analysis;
import dev.saltern.jobs.session.Sessions;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** The environment and, where the command names one, the pipeline of a job. */
record LoadedJob(Environment environment, LoadedPipeline pipeline) {
    static Environment environment(JobArguments arguments) {
        ConfigurationFolder folder = new ConfigurationFolder(arguments.confFolder());
        return EnvironmentLoader.load(folder.environment(arguments.environment()), arguments.settings());
    }

    /**
     * Returns the pipeline that the command names.
     *
     * @throws InvalidConfigurationException with every problem of its files, those that take an analysis too
     */
    static LoadedJob of(JobArguments arguments) {
        Environment environment = environment(arguments);
        PartialPipeline read = inspect(arguments, environment, arguments.subject("pipeline"));
        if (!read.problems().isEmpty()) {
            SparkSession session = Sessions.withoutCatalog(environment);
            throw new InvalidConfigurationException(Analysis.problems(session, read, environment.database()));
        }
        return new LoadedJob(environment, read.loaded());
    }

    /** Returns as much of the pipeline as can be read. */
    static PartialPipeline inspect(JobArguments arguments, Environment environment, String name) {
        ConfigurationFolder folder = new ConfigurationFolder(arguments.confFolder());
        return PipelineLoader.inspect(folder.pipeline(name), environment, arguments.settings());
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

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.Environment;
import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.load.ClusterLoader;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.FolderStore;
import dev.saltern.submit.aws.ObjectStore;
import dev.saltern.submit.aws.Patience;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.code.InputSize;
import dev.saltern.submit.cost.PriceTable;
import dev.saltern.submit.cost.Prices;
import dev.saltern.submit.launch.RunReports;
import dev.saltern.submit.replay.RecordedRun;
import dev.saltern.submit.replay.Scaling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a day would take on clusters, told next to what it would read and write.
 *
 * @param folder of the cluster files
 * @param environment where the tables are
 * @param inputBytes the size of the day's raw files
 * @param reports of past runs
 * @param prices of the environment's region, or null where there are none
 */
record ClusterPlan(
        ConfigurationFolder folder,
        Environment environment,
        long inputBytes,
        RunReports reports,
        @Nullable PriceTable prices) {
    static ClusterPlan of(Surroundings surroundings, JobOptions options, String pipelineName, List<String> days) {
        ConfigurationFolder folder = new ConfigurationFolder(options.conf(surroundings));
        Environment environment = EnvironmentLoader.load(folder.environment(options.environment()), options.settings());
        LoadedPipeline pipeline = PipelineLoader.load(folder.pipeline(pipelineName), environment, options.settings());
        Account account = environment.aws();
        ObjectStore objects = account == null ? new FolderStore() : objects(surroundings, account);
        PriceTable prices = Prices.load(null);
        return new ClusterPlan(
                folder,
                environment,
                InputSize.bytes(objects, pipeline.pipeline(), LaunchSetup.scope(pipeline, days)),
                new RunReports(objects, environment.lake(), pipeline.pipeline().name()),
                account == null || prices.region().equals(account.region()) ? prices : null);
    }

    /** Returns what a launch would take and cost. */
    LaunchEstimate estimate(String cluster, LaunchOptions.Target target) {
        return LaunchEstimate.of(cluster(cluster), target, inputBytes, reports.past(), prices);
    }

    /** Returns how the newest run that recorded its stages would fare on more processors, with as much to read as the day has. */
    Optional<Scaling> scaling() {
        return reports.recorded().map(run -> Scaling.of(run, run.growth(inputBytes)));
    }

    /** Returns the search for the cheapest fleet of one cluster file, or of all. */
    FleetSearch search(@Nullable String cluster, LaunchOptions.Target target, Scaling scaling, Duration deadline) {
        RecordedRun run = scaling.run();
        List<String> names = cluster == null ? folder.clusters() : List.of(cluster);
        return FleetSearch.of(
                run, scaling.growth(), names.stream().map(this::cluster).toList(), target, prices, deadline);
    }

    private Cluster cluster(String name) {
        return ClusterLoader.load(folder.cluster(name), environment).cluster();
    }

    private static ObjectStore objects(Surroundings surroundings, Account account) {
        Patience patience = Patience.ofLauncher(new RealPace(surroundings.clock()), Duration.ofSeconds(1));
        return new Aws(account.region(), patience, ClusterOptions.hasOwnEndpoint()).objects();
    }
}

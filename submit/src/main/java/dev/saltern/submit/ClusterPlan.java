/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.Environment;
import dev.saltern.conf.Scope;
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
import java.time.Duration;
import java.util.List;

/** What a day would take on a cluster, told next to what it would read and write. */
record ClusterPlan(Surroundings surroundings, JobOptions options, String clusterName, LaunchOptions.Target target) {
    LaunchEstimate estimate(String pipelineName, List<String> days) {
        ConfigurationFolder folder = new ConfigurationFolder(options.conf(surroundings));
        Environment environment = EnvironmentLoader.load(folder.environment(options.environment()), options.settings());
        LoadedPipeline pipeline = PipelineLoader.load(folder.pipeline(pipelineName), environment, options.settings());
        Cluster cluster =
                ClusterLoader.load(folder.cluster(clusterName), environment).cluster();
        Scope scope = LaunchSetup.scope(pipeline, days);
        Account account = environment.aws();
        ObjectStore objects = account == null ? new FolderStore() : objects(account);
        PriceTable prices = Prices.load(null);
        boolean priced = account == null || prices.region().equals(account.region());
        return LaunchEstimate.of(
                cluster,
                target,
                InputSize.bytes(objects, pipeline.pipeline(), scope),
                new RunReports(objects, environment.lake(), pipeline.pipeline().name()).past(),
                priced ? prices : null);
    }

    private ObjectStore objects(Account account) {
        Patience patience = Patience.ofLauncher(new RealPace(surroundings.clock()), Duration.ofSeconds(1));
        return new Aws(account.region(), patience, ClusterOptions.hasOwnEndpoint()).objects();
    }
}

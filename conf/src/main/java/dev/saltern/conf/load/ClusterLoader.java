/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Environment;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.cluster.Cluster;
import java.nio.file.Path;

/** Reads a cluster file; the variables of the environment may be used in all of its values. */
public final class ClusterLoader {
    private ClusterLoader() {}

    /**
     * Reads the file.
     *
     * @throws InvalidConfigurationException with every problem that was found, whatever the file holds
     */
    public static LoadedCluster load(Path file, Environment environment) {
        Problems problems = new Problems(file.toString());
        Document document = YamlReader.read(file, problems);
        Variables variables = new Variables(problems);
        variables.addValues(environment.variables());
        Binder binder = new Binder(document, variables.resolve(), problems);
        Cluster cluster = binder.bindRoot(Cluster.class);
        new ClusterChecks(binder, problems).run();
        if (cluster == null) {
            throw problems.exception();
        }
        problems.throwIfAny();
        return new LoadedCluster(cluster, file, binder.origins());
    }
}

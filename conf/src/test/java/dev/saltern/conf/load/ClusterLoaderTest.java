/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Account;
import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.Fleet;
import dev.saltern.conf.cluster.InstanceType;
import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.Rung;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.conf.cluster.TaskFleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterLoaderTest {
    private static final ConfigurationFolder SHIPPED =
            new ConfigurationFolder(Path.of(System.getProperty("basedir", ".")));

    private static final String SMALLEST = """
            cluster: c
            emr:
              primary: {types: [m7g.xlarge]}
              core: {types: [m7g.2xlarge]}
            """;

    @TempDir
    private Path folder;

    private Cluster load(String text) {
        Path file = new ConfigurationFiles(folder).write("c.yaml", text);
        return ClusterLoader.load(file, ConfigurationFiles.LOCAL).cluster();
    }

    private List<String> problems(String text) {
        return ConfigurationFiles.problems(() -> load(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large", "small-x86", "medium-x86", "serverless"})
    void everyShippedFileIsRight(String name) {
        Cluster cluster = ClusterLoader.load(SHIPPED.cluster(name), ConfigurationFiles.LOCAL)
                .cluster();
        assertThat(cluster.name()).isEqualTo(name);
        assertThat(cluster.maxUsd()).isPositive();
    }

    @Test
    void defaults() {
        EmrCluster emr = Objects.requireNonNull(load(SMALLEST).emr());
        assertThat(emr.release()).hasToString("emr-7.13.0");
        assertThat(emr.core().cores()).isEqualTo(8);
        assertThat(emr.tasks()).isNull();
        assertThat(emr.idle()).hasToString("15m");
        assertThat(load(SMALLEST).deadline()).hasToString("4h");
    }

    @Test
    void everyKeyIsMapped() {
        Mapped.assertAllDiffer(load(SMALLEST), load(SMALLEST.replace("m7g.xlarge", "m6g.xlarge") + """
                description: d
                target: 10m
                deadline: 1h
                max-usd: 2.5
                serverless: {}
                """));
        Mapped.assertAllDiffer(
                Mapped.bind(EmrCluster.class, "{primary: {types: [m7g.large]}, core: {types: [m7g.large]}}"),
                Mapped.bind(EmrCluster.class, """
                        {release: emr-7.11.0, architecture: x86, primary: {types: [m5.large]}, core: {types: [m5.large]},
                         tasks: {types: [m5.large]}, disk-gib: 99, idle: 9m,
                         bootstrap: [{name: n, script: "s3://s"}], classifications: {spark: {a: b}}, ladder: [{market: spot}]}
                        """));
        Mapped.assertAllDiffer(
                Mapped.bind(Fleet.class, "{types: [m7g.large]}"),
                Mapped.bind(Fleet.class, "{types: [m7g.large], cores: 4}"));
        Mapped.assertAllDiffer(
                Mapped.bind(TaskFleet.class, "{types: [m7g.large]}"),
                Mapped.bind(
                        TaskFleet.class,
                        "{types: [m7g.large], cores: 4, max-cores: 5, market: on-demand, spot-timeout: 6m}"));
        Mapped.assertAllDiffer(
                Mapped.bind(Rung.class, "{}"),
                Mapped.bind(
                        Rung.class,
                        "{primary: [m5.large], core: [m5.large], tasks: [m5.large], market: spot, subnets: [subnet-1]}"));
        Mapped.assertAllDiffer(Mapped.bind(ServerlessJob.class, "{}"), Mapped.bind(ServerlessJob.class, """
                        {architecture: x86, driver-cores: 8, driver-memory-gib: 32, executor-cores: 2, executor-memory-gib: 8,
                         executor-disk-gib: 30, max-executors: 3}
                        """));
        Mapped.assertAllDiffer(
                Mapped.bind(Account.class, "{region: r, code: s3://c, logs: s3://l}"), Mapped.bind(Account.class, """
                        {region: r, code: s3://c, logs: s3://l, log-group: /g, subnets: [s], service-role: x, instance-profile: y,
                         job-role: j, application: a, security-configuration: c, owner: o, tags: {a: b}}
                        """));
    }

    @Test
    void whatIsWrongIsToldAtOnceWithItsPlace() {
        assertThat(problems("""
                cluster: My Cluster
                max-usd: 0
                target: 5h
                emr:
                  primary: {types: [m7g.xlarge, m5.xlarge]}
                  core: {types: [m7g.4xlarge, m7x.xlarge], cores: 8}
                  tasks:
                    types: [m7g.xlarge, m7g.xlarge]
                    cores: 8
                    max-cores: 4
                    spot-timeout: 2m
                  disk-gib: 8
                  classifications: {spark-default: {a: b}}
                  ladder:
                    - {tasks: [c7g.xlarge]}
                    - {}
                """))
                .containsExactly(
                        "1:10 Invalid name: My Cluster (must be lower-case letters, digits and hyphens, a letter first)",
                        "2:10 Invalid max-usd: 0.0 (must be more than 0)",
                        "3:9 Invalid target: 5h (must be at most the deadline, 4h)",
                        "5:33 Invalid emr.primary.types[1]: m5.xlarge (must be graviton, the architecture of the cluster)",
                        "6:18 Invalid emr.core.types[0]: m7g.4xlarge has 16 processors (must be at most the 8 of the fleet)",
                        "6:31 Unknown instance type 'm7x.xlarge': family 'm7x' (nearest: m7a)",
                        "8:25 Invalid emr.tasks.types[1]: m7g.xlarge (must be named once)",
                        "10:16 Invalid emr.tasks.max-cores: 4 (must be 8 to 4000)",
                        "11:19 Invalid emr.tasks.spot-timeout: 2m (must be 5m to 24h)",
                        "12:13 Invalid emr.disk-gib: 8 (must be 16 to 4096)",
                        "13:21 Unknown classification 'spark-default' (nearest: spark-defaults)",
                        "15:8 Invalid emr.ladder[0].tasks: 1 types (must be at least 6 on spot, so that one pool running dry stops nothing)",
                        "16:7 Invalid emr.ladder[1]: it changes nothing (must name primary, core, tasks, market or subnets)");
    }

    @Test
    void releasesThatCannotRunTheJobAreRefused() {
        String file = SMALLEST.replace("emr:", "emr:\n  release: %s");
        assertThat(problems(file.formatted("emr-6.15.0")))
                .containsExactly("3:12 Invalid release: emr-6.15.0 (must be emr-7.8.0 or later of 7.x)."
                        + " The job needs Spark 3.5 on Java 17 and Hadoop 3.4");
        assertThat(problems(file.formatted("emr-spark-8.0.0")).get(0)).contains("Spark 4 on Scala 2.13");
        assertThat(problems(file.formatted("7.13")))
                .containsExactly("3:12 Invalid release: 7.13 (must be such as emr-7.13.0)");
        assertThat(Objects.requireNonNull(load(file.formatted("emr-7.10.0")).emr())
                        .release()
                        .streamsLogs())
                .isFalse();
    }

    @Test
    void aFileForNothingIsRefused() {
        assertThat(problems("cluster: c\n")).containsExactly("1:1 Missing required emr or serverless");
        assertThat(problems("cluster: c\nserverless: {driver-cores: 3, driver-memory-gib: 4, max-executors: 0}\n"))
                .containsExactly(
                        "2:28 Invalid serverless.driver-cores: 3 (must be 1, 2, 4, 8 or 16)",
                        "2:50 Invalid serverless.driver-memory-gib: 4 (must be 2 to 8 for each processor, at most 120)",
                        "2:68 Invalid serverless.max-executors: 0 (must be 1 to 1000)");
    }

    @Test
    void eachRungChangesWhatItNames() {
        Cluster small = ClusterLoader.load(SHIPPED.cluster("small"), ConfigurationFiles.LOCAL)
                .cluster();
        EmrCluster emr = Objects.requireNonNull(small.emr());
        TaskFleet first = Objects.requireNonNull(emr.attempt(1).tasks());
        TaskFleet last = Objects.requireNonNull(emr.attempt(2).tasks());
        assertThat(first.types().get(0)).isEqualTo(InstanceType.parse("c7g.xlarge"));
        assertThat(first.market()).isEqualTo(Market.SPOT);
        assertThat(last.types().get(0)).isEqualTo(InstanceType.parse("m7g.xlarge"));
        assertThat(last.market()).isEqualTo(Market.ON_DEMAND);
    }

    @Test
    void aTypeSaysWhatItIs() {
        assertThat(InstanceType.parse("r6gd.4xlarge").cores()).isEqualTo(16);
        assertThat(InstanceType.parse("r6gd.4xlarge").memoryGib()).isEqualTo(128);
        assertThat(InstanceType.parse("c7i.large").cores()).isEqualTo(2);
        assertThat(InstanceType.parse("c7i.large").memoryGib()).isEqualTo(4);
        assertThat(InstanceType.parse("i4g.xlarge").architecture()).hasToString("GRAVITON");
        assertThat(InstanceType.parse("m7i.xlarge").architecture()).hasToString("X86");
    }
}

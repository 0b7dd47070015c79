/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.load.ClusterLoader;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.code.PipelineArchive;
import dev.saltern.submit.code.Upload;
import dev.saltern.submit.request.LaunchId;
import dev.saltern.submit.request.LaunchSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A launch as far as this machine can tell: everything is read and checked, nothing is called.
 *
 * @param environment where the tables are
 * @param account where it is launched
 * @param pipeline the pipeline
 * @param scope the days, or null for a pipeline without partitions
 * @param cluster the cluster file
 * @param upload what will be uploaded
 * @param spec what is launched
 * @param deadline when it is given up
 */
record LaunchSetup(
        Environment environment,
        Account account,
        LoadedPipeline pipeline,
        @Nullable Scope scope,
        Cluster cluster,
        Upload upload,
        LaunchSpec spec,
        Instant deadline) {
    /** An orphan is what outlives its deadline by this: ending takes minutes. */
    static final Duration GRACE = Duration.ofMinutes(30);

    private static final String JOB_JAR = "jobs/target/saltern-job.jar";

    static LaunchSetup of(
            Surroundings surroundings, String name, List<String> days, ClusterOptions options, LaunchOptions launch) {
        ConfigurationFolder folder = new ConfigurationFolder(options.job().conf(surroundings));
        Environment environment = options.environment(surroundings);
        Account account = ClusterOptions.account(environment);
        LoadedPipeline pipeline = PipelineLoader.load(
                folder.pipeline(name), environment, options.job().settings());
        Cluster cluster =
                ClusterLoader.load(folder.cluster(launch.cluster), environment).cluster();
        Scope scope = scope(pipeline, days);
        PipelineArchive archive =
                PipelineArchive.of(pipeline, options.environmentFile(surroundings), environment.name());
        Upload upload = Upload.plan(
                Address.parse(account.code()),
                jobJar(surroundings, launch),
                archive.zip(),
                pipeline.pipeline().name(),
                launch.jars);
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        Duration most = (launch.deadline == null ? cluster.deadline() : launch.deadline).duration();
        List<String> arguments = arguments(days, options);
        String dayText = scope == null ? "all" : scope.toString();
        String key = upload.key(words(arguments, dayText, environment, launch));
        LaunchSpec spec = new LaunchSpec(
                pipeline.pipeline().name(),
                environment,
                account,
                dayText,
                arguments,
                LaunchId.of(key, now, ThreadLocalRandom.current()),
                code(upload),
                now.plus(most).plus(GRACE));
        return new LaunchSetup(environment, account, pipeline, scope, cluster, upload, spec, now.plus(most));
    }

    /** Returns the same launch in an account whose roles have other names. */
    LaunchSetup in(Account other) {
        LaunchSpec moved = new LaunchSpec(
                spec.pipeline(),
                spec.environment(),
                other,
                spec.scope(),
                spec.jobArguments(),
                spec.id(),
                spec.code(),
                spec.expires());
        return new LaunchSetup(environment, other, pipeline, scope, cluster, upload, moved, deadline);
    }

    private static LaunchSpec.Code code(Upload upload) {
        List<Address> addresses =
                upload.files().stream().map(Upload.File::address).toList();
        return new LaunchSpec.Code(addresses.get(0), addresses.get(1), addresses.subList(2, addresses.size()));
    }

    private static List<String> words(
            List<String> arguments, String scope, Environment environment, LaunchOptions launch) {
        List<String> words = new ArrayList<>(arguments);
        words.addAll(List.of(scope, environment.name(), environment.lake(), launch.target.name()));
        return words;
    }

    /** Returns the job's arguments: the days and what --set says; those that name files are the request's own. */
    private static List<String> arguments(List<String> days, ClusterOptions options) {
        List<String> arguments = new ArrayList<>(days);
        options.job().settings().forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        return arguments;
    }

    /** Returns the days as the job will take them: widened to whole partitions. */
    static @Nullable Scope scope(LoadedPipeline pipeline, List<String> days) {
        Grain grain = pipeline.pipeline().partitioning().grain();
        if (!days.isEmpty()) {
            LocalDate from = LocalDate.parse(days.get(1));
            LocalDate to = LocalDate.parse(days.get(days.size() - 1));
            Scope scope = new Scope(from, to).widenedTo(grain);
            return grain == Grain.NONE ? null : scope;
        }
        if (grain != Grain.NONE) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Missing required --date: " + pipeline.pipeline().name()
                            + " is partitioned. Name a day with --date, or several with --from and --to");
        }
        return null;
    }

    private static Path jobJar(Surroundings surroundings, LaunchOptions launch) {
        if (launch.jobJar != null) {
            return launch.jobJar;
        }
        Path home = surroundings.home();
        if (home == null) {
            throw new SalternException(
                    ExitCode.USAGE, "Missing required --job-jar: Saltern was not started by its launcher script");
        }
        return home.resolve(JOB_JAR);
    }
}

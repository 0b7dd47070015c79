/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import dev.saltern.submit.aws.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.StepConfig;

/** The one step of a cluster: spark-submit of the job jar. */
final class JobStep {
    /** The folder in the driver's working folder that the pipeline's archive is unpacked to. */
    static final String CONF_FOLDER = "saltern-conf";

    static final String MAIN_CLASS = "dev.saltern.jobs.Main";
    private static final String RUNNER = "command-runner.jar";

    private JobStep() {}

    static StepConfig of(LaunchSpec spec) {
        List<String> words =
                new ArrayList<>(List.of("spark-submit", "--deploy-mode", "cluster", "--class", MAIN_CLASS));
        words.addAll(List.of("--archives", archive(spec)));
        if (!spec.code().jars().isEmpty()) {
            words.addAll(List.of(
                    "--jars", spec.code().jars().stream().map(Address::toString).collect(Collectors.joining(","))));
        }
        words.add(spec.code().jobJar().toString());
        words.addAll(arguments(spec));
        return StepConfig.builder()
                .name("run " + spec.pipeline() + " " + spec.scope())
                .actionOnFailure(ActionOnFailure.TERMINATE_CLUSTER)
                .hadoopJarStep(jar -> jar.jar(RUNNER).args(words))
                .build();
    }

    /** Returns the address of the pipeline's files, and the folder that they are unpacked to. */
    static String archive(LaunchSpec spec) {
        return spec.code().archive() + "#" + CONF_FOLDER;
    }

    /** Returns what the job's main class is told. */
    static List<String> arguments(LaunchSpec spec) {
        List<String> arguments = new ArrayList<>(List.of("run", spec.pipeline(), "--conf", CONF_FOLDER));
        arguments.addAll(List.of("--env", spec.environment().name()));
        arguments.addAll(spec.jobArguments());
        return arguments;
    }
}

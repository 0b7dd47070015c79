/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.submit.aws.Address;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** The request for the same run on EMR Serverless. */
public final class RunOnServerless {
    private RunOnServerless() {}

    /**
     * Returns the request; its client token is the launch's id, so that a repeat starts nothing.
     *
     * @throws SalternException if the account names no application or no role
     */
    public static StartJobRunRequest of(LaunchSpec spec, ServerlessJob job, Duration timeout, int shufflePartitions) {
        Account account = spec.account();
        StartJobRunRequest.Builder request = StartJobRunRequest.builder()
                .applicationId(require("aws.application", account.application()))
                .executionRoleArn(require("aws.job-role", account.jobRole()))
                .clientToken(spec.id().text())
                .name(spec.name())
                .executionTimeoutMinutes(Math.max(5, timeout.toMinutes()))
                .tags(Tags.of(spec))
                .jobDriver(driver -> driver.sparkSubmit(
                        submit -> submit.entryPoint(spec.code().jobJar().toString())
                                .entryPointArguments(JobStep.arguments(spec))
                                .sparkSubmitParameters(parameters(spec, job, shufflePartitions))));
        request.configurationOverrides(overrides -> overrides.monitoringConfiguration(monitoring -> {
            monitoring.s3MonitoringConfiguration(s3 -> s3.logUri(spec.logs() + "/"));
            if (account.logGroup() != null) {
                monitoring.cloudWatchLoggingConfiguration(logs ->
                        logs.enabled(true).logGroupName(account.logGroup()).logStreamNamePrefix(spec.streamPrefix()));
            }
        }));
        return request.build();
    }

    private static String parameters(LaunchSpec spec, ServerlessJob job, int shufflePartitions) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.archives", JobStep.archive(spec));
        if (!spec.code().jars().isEmpty()) {
            settings.put(
                    "spark.jars",
                    spec.code().jars().stream().map(Address::toString).collect(Collectors.joining(",")));
        }
        settings.put("spark.driver.cores", Integer.toString(job.driverCores()));
        settings.put("spark.driver.memory", heap(job.driverMemoryGib()));
        settings.put("spark.executor.cores", Integer.toString(job.executorCores()));
        settings.put("spark.executor.memory", heap(job.executorMemoryGib()));
        settings.put("spark.emr-serverless.executor.disk", job.executorDiskGib() + "G");
        settings.put("spark.dynamicAllocation.maxExecutors", Integer.toString(job.maxExecutors()));
        settings.put("spark.hadoop." + SparkSettings.FACTORY_KEY, SparkSettings.GLUE_FACTORY);
        settings.putAll(SparkSettings.both(spec, shufflePartitions));
        String all = settings.entrySet().stream()
                .map(entry -> "--conf " + entry.getKey() + "=" + quoted(entry.getValue()))
                .collect(Collectors.joining(" "));
        return "--class " + JobStep.MAIN_CLASS + " " + all;
    }

    /** A worker's memory is heap and a tenth of it besides. */
    private static String heap(int gib) {
        return (int) Math.floor(gib * 1024 / 1.1) + "M";
    }

    private static String quoted(String value) {
        return value.contains(" ") ? "\"" + value + "\"" : value;
    }

    private static String require(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Missing required " + key + ": EMR Serverless needs it. Write it into the environment file");
        }
        return value;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.TaskFleet;
import dev.saltern.conf.terminal.Amounts;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.code.InputSize;
import dev.saltern.submit.code.Upload;
import dev.saltern.submit.cost.PriceTable;
import dev.saltern.submit.launch.ClusterLaunch;
import dev.saltern.submit.launch.Limits;
import dev.saltern.submit.launch.RunReports;
import dev.saltern.submit.launch.ServerlessLaunch;
import dev.saltern.submit.launch.Stop;
import dev.saltern.submit.launch.Work;
import dev.saltern.submit.request.RequestText;
import dev.saltern.submit.size.PastRun;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a launch would do, without a call: the plan, and the whole request as the AWS command line takes it. */
final class DryRun {
    private final ClusterOptions options;
    private final LaunchOptions launch;
    private final LaunchSetup setup;
    private final Aws aws;
    private final RealPace pace;
    private final Instant now;

    DryRun(Surroundings surroundings, ClusterOptions options, LaunchOptions launch, LaunchSetup setup) {
        this.options = options;
        this.launch = launch;
        this.setup = setup;
        this.pace = new RealPace(surroundings.clock());
        this.aws = options.aws(setup.account(), pace);
        this.now = surroundings.clock().instant();
    }

    void print(PrintWriter out, Console console) {
        PriceTable prices = options.prices(setup.account(), console);
        LaunchEstimate estimate = LaunchEstimate.of(setup.cluster(), launch.target, inputBytes(), past(), prices);
        Double maxUsd = launch.maxUsd == null ? setup.cluster().maxUsd() : launch.maxUsd;
        Work work = new Work(
                aws,
                setup.spec(),
                estimate.sizing(),
                new Limits(setup.deadline(), maxUsd, options.poll()),
                prices,
                pace,
                pace,
                new Stop(),
                console);
        Map<String, Object> request = request(work);
        List<String> plan = plan(estimate, maxUsd);
        if (options.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("plan", plan.stream().map(String::strip).toList());
            answer.put("estimate", estimate.map());
            answer.put("request", request);
            JsonPrinter.print(out, answer);
        } else {
            plan.forEach(out::println);
            out.println();
            out.println(text(request));
            out.flush();
        }
        estimate.require(maxUsd);
    }

    private Map<String, Object> request(Work work) {
        if (launch.target == LaunchOptions.Target.SERVERLESS) {
            return RequestText.of(ServerlessLaunch.request(work, LaunchEstimate.serverless(setup.cluster()), now));
        }
        EmrCluster emr = LaunchEstimate.emr(setup.cluster());
        List<String> problems = ClusterLaunch.problems(work, emr, now);
        if (!problems.isEmpty()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION, "Invalid request:\n  " + String.join("\n  ", problems));
        }
        return RequestText.of(ClusterLaunch.request(work, emr, 0, now));
    }

    private List<String> plan(LaunchEstimate estimate, @Nullable Double maxUsd) {
        List<String> lines = new ArrayList<>();
        lines.add("launch " + setup.spec().pipeline() + " " + setup.spec().scope() + " on "
                + (launch.target == LaunchOptions.Target.EMR ? "a cluster" : "EMR Serverless") + " as of "
                + setup.cluster().name() + " (dry run: nothing is called)");
        estimate.lines().forEach(line -> lines.add("  " + line));
        lines.add("  limits    until " + setup.deadline() + (maxUsd == null ? "" : ", $" + maxUsd));
        for (Upload.File file : setup.upload().files()) {
            lines.add("  upload    " + Amounts.bytes(file.content().bytes()) + "  " + file.address());
        }
        lines.addAll(ladder());
        return lines;
    }

    private List<String> ladder() {
        if (launch.target == LaunchOptions.Target.SERVERLESS) {
            return List.of();
        }
        EmrCluster emr = LaunchEstimate.emr(setup.cluster());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= emr.ladder().size(); i++) {
            TaskFleet tasks = emr.attempt(i).tasks();
            String fleet = tasks == null
                    ? "core nodes alone"
                    : "tasks "
                            + (tasks.market() == Market.SPOT
                                    ? "on spot, on demand after " + tasks.spotTimeout()
                                    : "on demand")
                            + ": "
                            + String.join(
                                    ", ",
                                    Stream.of(tasks.types())
                                            .flatMap(List::stream)
                                            .map(Object::toString)
                                            .toList());
            lines.add("  attempt " + (i + 1) + " " + fleet);
        }
        return lines;
    }

    /** Local files alone are looked at: a dry run calls nothing. */
    private long inputBytes() {
        if (launch.inputSize != null) {
            return launch.inputSize.bytes();
        }
        boolean local = setup.pipeline().pipeline().sources().values().stream()
                .noneMatch(source -> source.path().startsWith("s3"));
        return local ? InputSize.bytes(aws.objects(), setup.pipeline().pipeline(), setup.scope()) : 0;
    }

    private List<PastRun> past() {
        String lake = setup.environment().lake();
        return lake.startsWith("s3")
                ? List.of()
                : new RunReports(aws.objects(), lake, setup.spec().pipeline()).past();
    }

    private static String text(Map<String, Object> request) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the request", e);
        }
    }
}

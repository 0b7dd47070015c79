/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.terminal.Paint;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.code.InputSize;
import dev.saltern.submit.cost.CostBand;
import dev.saltern.submit.cost.PriceTable;
import dev.saltern.submit.diagnose.Diagnosis;
import dev.saltern.submit.diagnose.LogFile;
import dev.saltern.submit.diagnose.Logs;
import dev.saltern.submit.launch.ClusterLaunch;
import dev.saltern.submit.launch.LaunchRecord;
import dev.saltern.submit.launch.Lease;
import dev.saltern.submit.launch.Limits;
import dev.saltern.submit.launch.Outcome;
import dev.saltern.submit.launch.RunReports;
import dev.saltern.submit.launch.ServerlessLaunch;
import dev.saltern.submit.launch.Stop;
import dev.saltern.submit.launch.Verdict;
import dev.saltern.submit.launch.Work;
import dev.saltern.submit.size.PastRun;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A launch from its estimate to its record: lease, upload, start, watch, judge, diagnose. Use once. */
final class LaunchRun {
    private final ClusterOptions options;
    private final LaunchOptions launch;
    private final LaunchSetup setup;
    private final Stop stop;
    private final RealPace pace;
    private final RealPace ending;
    private final Console console;
    private final Aws aws;

    LaunchRun(
            Surroundings surroundings,
            ClusterOptions options,
            LaunchOptions launch,
            LaunchSetup setup,
            Stop stop,
            RealPace pace,
            Console console) {
        this.options = options;
        this.launch = launch;
        this.setup = setup;
        this.stop = stop;
        this.pace = pace;
        this.ending = new RealPace(surroundings.clock());
        this.console = console;
        this.aws = options.aws(setup.account(), ending);
    }

    ExitCode run(PrintWriter out) {
        LaunchEstimate estimate = estimate();
        Work work = work(estimate);
        if (launch.target == LaunchOptions.Target.EMR) {
            requireRight(ClusterLaunch.problems(work, LaunchEstimate.emr(setup.cluster()), pace.now()));
        }
        Instant began = pace.now();
        String lake = setup.environment().lake();
        Lease lease = Lease.take(
                aws.objects(),
                LaunchRecord.lease(
                        lake,
                        work.spec().pipeline(),
                        work.spec().scope(),
                        work.spec().id().key()),
                work.spec().id().text(),
                began,
                work.spec().expires(),
                work.limits().startGrace(),
                new Alive(aws)::test);
        try {
            int sent = setup.upload().send(aws.objects());
            console.say("Uploaded " + sent + " of " + setup.upload().files().size() + " files; the others were there");
            LaunchRecord.writeEstimate(aws.objects(), lake, work.spec(), estimate.map());
            Outcome outcome = carryOut(work, lease);
            double seconds = pace.since(began).toMillis() / 1000.0;
            Map<String, Object> record =
                    LaunchRecord.of(work, launch.target.name().toLowerCase(java.util.Locale.ROOT), outcome, seconds);
            LaunchRecord.write(aws.objects(), lake, record);
            tell(out, outcome, record, estimate);
            return outcome.verdict().exitCode();
        } finally {
            lease.release();
        }
    }

    private LaunchEstimate estimate() {
        PriceTable prices = options.prices(setup.account(), console);
        long bytes = launch.inputSize != null
                ? launch.inputSize.bytes()
                : InputSize.bytes(aws.objects(), setup.pipeline().pipeline(), setup.scope());
        List<PastRun> past = new RunReports(
                        aws.objects(), setup.environment().lake(), setup.spec().pipeline())
                .past();
        LaunchEstimate estimate = LaunchEstimate.of(setup.cluster(), launch.target, bytes, past, prices);
        estimate.lines().forEach(console::say);
        estimate.require(maxUsd());
        return estimate;
    }

    private @Nullable Double maxUsd() {
        return launch.maxUsd == null ? setup.cluster().maxUsd() : launch.maxUsd;
    }

    private Work work(LaunchEstimate estimate) {
        return new Work(
                aws,
                setup.spec(),
                estimate.sizing(),
                new Limits(setup.deadline(), maxUsd(), options.poll()),
                estimate.prices(),
                pace,
                ending,
                stop,
                console);
    }

    /** Launches; a launch that was ended before its job was has an outcome too, with what it did cost. */
    private Outcome carryOut(Work work, Lease lease) {
        if (launch.target == LaunchOptions.Target.SERVERLESS) {
            ServerlessLaunch serverless = new ServerlessLaunch(
                    work, LaunchEstimate.serverless(setup.cluster()), id -> lease.started(pace.now(), id));
            try {
                return serverless.run();
            } catch (SalternException e) {
                return new Outcome(verdict(e), List.of(), Optional.empty(), Optional.empty());
            }
        }
        EmrCluster emr = LaunchEstimate.emr(setup.cluster());
        ClusterLaunch clusters = new ClusterLaunch(work, emr, id -> lease.started(pace.now(), id));
        try {
            return clusters.run();
        } catch (SalternException e) {
            return new Outcome(verdict(e), clusters.ids(), Optional.empty(), clusters.cost());
        }
    }

    private static Verdict verdict(SalternException failure) {
        return new Verdict(failure.exitCode(), String.valueOf(failure.getMessage()), false);
    }

    private void tell(PrintWriter out, Outcome outcome, Map<String, Object> record, LaunchEstimate estimate) {
        Optional<Diagnosis> diagnosis = diagnose(outcome);
        if (options.json()) {
            diagnosis.ifPresent(found -> record.put("diagnosis", DiagnosisText.map(found)));
            JsonPrinter.print(out, record);
            return;
        }
        outcome.report().ifPresent(report -> report.tables().forEach(table -> out.println("  " + table)));
        outcome.cost()
                .ifPresent(cost -> out.println("  " + CostBand.dollars(cost.usd()) + " for "
                        + cost.machineSeconds() / 60 + " machine minutes"
                        + estimate.cost().map(band -> ", estimated " + band).orElse("")));
        diagnosis.ifPresent(found -> DiagnosisText.lines(found).forEach(out::println));
        Verdict verdict = outcome.verdict();
        Paint paint = verdict.exitCode() == ExitCode.DONE ? Paint.GOOD : Paint.BAD;
        out.println(paint.on(
                        setup.spec().pipeline() + " " + setup.spec().scope() + ":",
                        Terminal.ofProcess().paintsOut())
                + " " + verdict.message());
        out.flush();
    }

    private Optional<Diagnosis> diagnose(Outcome outcome) {
        ExitCode code = outcome.verdict().exitCode();
        boolean failed = code == ExitCode.STEP_FAILED || code == ExitCode.BOOTSTRAP || code == ExitCode.INTERNAL;
        if (!failed || outcome.last().isEmpty()) {
            return Optional.empty();
        }
        Logs logs = new Logs(aws.objects());
        Address folder = setup.spec().logs();
        List<LogFile> files = launch.target == LaunchOptions.Target.EMR
                ? logs.ofCluster(folder.child(outcome.last()))
                : logs.ofJobRun(
                        folder, Objects.requireNonNullElse(setup.account().application(), ""), outcome.last());
        return Optional.of(Diagnosis.of(files));
    }

    private static void requireRight(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION, "Invalid request:\n  " + String.join("\n  ", problems));
        }
    }
}

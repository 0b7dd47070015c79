/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.profile.ProfilePage;
import dev.saltern.jobs.progress.ConsoleProgress;
import dev.saltern.jobs.query.Input;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.run.RootCause;
import dev.saltern.jobs.session.Sessions;
import dev.saltern.quality.profile.Profile;
import dev.saltern.quality.profile.ProfileOptions;
import dev.saltern.quality.profile.Profiler;
import dev.saltern.quality.profile.Suggestions;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Profiles files or a published table. */
final class ProfileCommand {
    private final JobArguments arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    ProfileCommand(JobArguments arguments, PrintWriter out, PrintWriter err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        String subject = arguments.subject("path, or with --table one table");
        Environment environment = LoadedJob.environment(arguments);
        Input input = new Input(
                subject,
                arguments.has("table"),
                Optional.ofNullable(arguments.options().get("format")).map(Input.Format::named),
                arguments.option("null"),
                arguments.option("delimiter"));
        SparkSession session = input.table() ? Sessions.withCatalog(environment) : Sessions.withoutCatalog(environment);
        print(subject, profile(subject, input, session, environment.database()));
        return ExitCode.DONE;
    }

    private Profile profile(String subject, Input input, SparkSession session, String database) {
        try (ConsoleProgress progress = ConsoleProgress.of(session.sparkContext(), err, arguments.has("json"))) {
            progress.begins("reading " + subject);
            Dataset<Row> rows = input.typedRows(session, database);
            ProfileOptions options = options().withPartitionColumns(input.partitionColumns(session, database));
            progress.begins("profiling " + subject);
            return profile(subject, rows, options);
        }
    }

    private ProfileOptions options() {
        ProfileOptions options = ProfileOptions.DEFAULTS
                .withColumns(arguments.lists().getOrDefault("columns", List.of()))
                .withKeys(arguments.lists().getOrDefault("key", List.of()));
        String sample = arguments.options().get("sample");
        if (sample == null) {
            return options;
        }
        if (!sample.matches("[1-9]\\d{0,8}")) {
            throw JobArguments.usage("Invalid --sample: " + sample + " (must be in [1, 999999999])");
        }
        return options.withSample(Long.parseLong(sample), ProfileOptions.DEFAULT_SEED);
    }

    private static Profile profile(String subject, Dataset<Row> rows, ProfileOptions options) {
        try {
            return Profiler.profile(rows, options);
        } catch (IllegalArgumentException e) {
            throw new SalternException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot profile " + subject + ": " + RootCause.of(e), e);
        }
    }

    private void print(String subject, Profile profile) {
        List<String> rules = Suggestions.of(profile);
        if (arguments.has("json")) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("subject", subject);
            answer.put("profile", profile);
            answer.put("suggestedRules", rules);
            out.println(Json.write(answer));
        } else if (arguments.has("rules")) {
            out.println(String.join(",\n", rules));
        } else {
            out.print(new ProfilePage(subject, profile, rules));
        }
    }
}

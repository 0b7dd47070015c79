/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTreeTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void createConf() throws IOException {
        Files.createDirectories(folder.resolve("conf/pipelines"));
    }

    private Cli run(String... args) {
        return Cli.run(Cli.surroundings(folder, null), args);
    }

    @Test
    void argumentsReachTheJobInOneOrder() {
        Cli cli = run(
                "run",
                "--json",
                "--set",
                "raw=a b",
                "daily",
                "--env=emr",
                "--date",
                "2026-01-31",
                "--set",
                "x=1=2",
                "--verbose");

        assertThat(cli)
                .isEqualTo(new Cli(
                        0,
                        "job run|daily|--conf|conf|--env|emr|--set|raw=a b|--set|x=1=2|--date|2026-01-31|--json|--verbose\n",
                        ""));
    }

    @Test
    void rangeReachesTheJob() {
        assertThat(run("plan", "daily", "--to", "2026-02-01", "--from", "2026-01-31")
                        .out())
                .isEqualTo("job plan|daily|--conf|conf|--env|local|--from|2026-01-31|--to|2026-02-01\n");
    }

    @Test
    void yesterdayIsTheDayBeforeInUtc() {
        assertThat(run("run", "daily", "--date", "yesterday").out()).endsWith("|--date|2026-01-31\n");
    }

    @Test
    void queryHistoryAndValidateReachTheJob() {
        assertThat(run("query", "--csv", "SELECT 1 AS a", "--set", "lake=l").out())
                .isEqualTo("job query|SELECT 1 AS a|--conf|conf|--env|local|--set|lake=l|--csv\n");
        assertThat(run("query", "--bulk", "daily", "--id", "dt,n", "SELECT 1 AS a")
                        .out())
                .isEqualTo("job query|SELECT 1 AS a|--conf|conf|--env|local|--bulk|daily|--id|dt,n\n");
        assertThat(run("query", "--bulk", "daily", "--csv", "SELECT 1").err())
                .contains("Invalid --bulk: daily (must stand without --csv and --json)");
        assertThat(run("query", "--id", "n", "SELECT 1").err()).contains("Invalid --id: n (must stand with --bulk)");
        assertThat(run("history").out()).isEqualTo("job history|--conf|conf|--env|local\n");
        assertThat(run("history", "daily").out()).isEqualTo("job history|daily|--conf|conf|--env|local\n");
        assertThat(run("validate", "a", "b").out()).isEqualTo("job validate|a|b|--conf|conf|--env|local\n");
    }

    @Test
    void commandsOnTablesReachTheJob() {
        assertThat(run("status", "--table", "t", "--json").out())
                .isEqualTo("job status|--conf|conf|--env|local|--table|t|--json\n");
        assertThat(run("history", "--html").out()).isEqualTo("job history|--conf|conf|--env|local|--html\n");
        assertThat(run("history", "--table", "t").out()).isEqualTo("job history|--conf|conf|--env|local|--table|t\n");
        assertThat(run("rollback", "daily", "--date", "yesterday", "--dry-run").out())
                .isEqualTo("job rollback|daily|--conf|conf|--env|local|--date|2026-01-31|--dry-run\n");
        assertThat(run("rollback", "--table", "t", "--to", "3").out())
                .isEqualTo("job rollback|--conf|conf|--env|local|--table|t|--to|3\n");
        assertThat(run("rollback", "daily", "--date", "31.1.").err())
                .contains("Invalid --date: 31.1. (must be YYYY-MM-DD or yesterday)");
        assertThat(run("gc", "--older-than", "3d", "--keep-versions=2", "--grace", "1h", "--yes")
                        .out())
                .isEqualTo("job gc|--conf|conf|--env|local|--older-than|3d|--keep-versions|2|--grace|1h|--yes\n");
        assertThat(run("doctor", "--deep", "--repair").out())
                .isEqualTo("job doctor|--conf|conf|--env|local|--deep|--repair\n");
        assertThat(run("compact", "daily", "--from", "2026-01-01", "--to", "2026-01-31", "--target-file-size", "1GB")
                        .out())
                .isEqualTo("job compact|daily|--conf|conf|--env|local|--from|2026-01-01|--to|2026-01-31"
                        + "|--target-file-size|1GB\n");
    }

    @Test
    void replayReachesTheJob() {
        assertThat(run("replay", "daily", "--date", "2026-01-31", "--dry-run", "--json")
                        .out())
                .isEqualTo("job replay|daily|--conf|conf|--env|local|--date|2026-01-31|--dry-run|--json\n");
        assertThat(run("replay", "daily").out()).isEqualTo("job replay|daily|--conf|conf|--env|local\n");
    }

    @Test
    void backfillReachesTheJob() {
        assertThat(run("backfill", "daily", "--from", "2026-01-01", "--to", "2026-01-31")
                        .out())
                .isEqualTo("job backfill|daily|--conf|conf|--env|local|--from|2026-01-01|--to|2026-01-31"
                        + "|--parallel|1|--order|oldest\n");
        assertThat(run(
                                "backfill",
                                "daily",
                                "--date",
                                "2026-01-31",
                                "--parallel",
                                "2",
                                "--order",
                                "newest",
                                "--ignore",
                                "code,shared",
                                "--stop-on-failure",
                                "--dry-run",
                                "--json")
                        .out())
                .isEqualTo("job backfill|daily|--conf|conf|--env|local|--date|2026-01-31|--parallel|2|--order|newest"
                        + "|--ignore|code|--ignore|shared|--stop-on-failure|--dry-run|--json\n");
        assertThat(run("backfill", "daily").err()).contains("Missing required --from and --to");
        assertThat(run("backfill", "daily", "--date", "2026-01-31", "--parallel", "0")
                        .err())
                .contains("Invalid --parallel: 0 (must be in [1, 64])");
    }

    @Test
    void retainReachesTheJob() {
        assertThat(run("retain", "daily").out()).isEqualTo("job retain|daily|--conf|conf|--env|local\n");
        assertThat(run("retain", "daily", "--as-of", "2026-01-31", "--dry-run", "--yes", "--json")
                        .out())
                .isEqualTo("job retain|daily|--conf|conf|--env|local|--as-of|2026-01-31|--dry-run|--yes|--json\n");
        assertThat(run("retain", "daily", "--as-of", "today").err())
                .contains("Invalid --as-of: today (must be YYYY-MM-DD)");
    }

    @Test
    void profileReachesTheJob() {
        assertThat(run("profile", "raw", "--columns", "a,b", "--key=a", "--sample", "9", "--null=NA", "--rules")
                        .out())
                .isEqualTo("job profile|raw|--conf|conf|--env|local|--columns|a|--columns|b|--key|a|--null|NA"
                        + "|--sample|9|--rules\n");
        assertThat(run("profile", "daily", "--table", "--json").out())
                .isEqualTo("job profile|daily|--conf|conf|--env|local|--table|--json\n");
        assertThat(run("profile", "raw", "--sample", "0").err()).contains("Invalid --sample: 0 (must be at least 1)");
    }

    @Test
    void sampleReachesTheJob() {
        assertThat(run("sample", "raw/a.csv", "-n", "9", "--key", "id,ts", "--seed=-1", "--output", "a.parquet")
                        .out())
                .isEqualTo("job sample|raw/a.csv|--conf|conf|--env|local|--n|9|--seed|-1|--key|id,ts"
                        + "|--output|a.parquet\n");
        assertThat(run("sample", "t", "--table", "--method", "bernoulli", "--share", "0.1")
                        .out())
                .isEqualTo("job sample|t|--conf|conf|--env|local|--table|--method|bernoulli|--share|0.1\n");
    }

    @Test
    void rulesReachTheJob() {
        assertThat(run("rules", "explain", "daily", "--json").out())
                .isEqualTo("job rules|explain|daily|--conf|conf|--env|local|--json\n");
        assertThat(run("rules", "test").out()).isEqualTo("job rules|test|--conf|conf|--env|local\n");
        assertThat(run("rules", "test", "some/where", "--env=emr").out())
                .isEqualTo("job rules|test|some/where|--conf|conf|--env|emr\n");
        assertUsage(run("rules"), "Missing required subcommand");
        assertUsage(run("rules", "explian", "daily"), "Did you mean explain?");
        assertThat(run("rules", "explain", "--help").out()).contains("PIPELINE", "Exit codes:");
    }

    @Test
    void whetherADayIsNeededIsForTheJobToSay() {
        assertThat(run("run", "daily").out()).isEqualTo("job run|daily|--conf|conf|--env|local\n");
    }

    @Test
    void exitCodeOfTheJobIsKept() {
        assertThat(run("run", "dirty", "--date", "2026-01-31").exitCode()).isEqualTo(21);
    }

    @Test
    void datesThatDoNotGoTogetherAreRefused() {
        assertUsage(run("run", "p", "--from", "2026-01-31"), "Missing required --to\n");
        assertUsage(run("plan", "p", "--to", "2026-01-31"), "Missing required --from\n");
        assertUsage(
                run("run", "p", "--date", "2026-01-31", "--to", "2026-01-31"),
                "Invalid --date: 2026-01-31 (must stand alone, without --from and --to)");
        assertUsage(
                run("run", "p", "--from", "2026-02-01", "--to", "2026-01-31"),
                "Invalid --to: 2026-01-31 (must not be before --from 2026-02-01)");
        assertUsage(
                run("run", "p", "--date", "2026-02-30"),
                "Invalid --date: 2026-02-30 (must be YYYY-MM-DD or yesterday)");
    }

    @Test
    void otherMistakesAreRefused() {
        assertUsage(run(), "Missing required subcommand");
        assertUsage(run("run", "--date", "2026-01-31"), "Missing required PIPELINE");
        assertUsage(run("run", "p", "q"), "Invalid argument: q (run takes one)");
        assertUsage(run("launch", "p", "--poll"), "Missing required TIME behind --poll");
        assertUsage(
                run("launch", "p", "--on", "serverles"), "Invalid --on: serverles (must be one of emr, serverless)");
        assertUsage(run("launch", "p", "--poll", "3q"), "Invalid --poll: 3q (must be such as 90s, 15m or 3h)");
        assertUsage(run("launch", "p", "--max-usd", "much"), "Invalid --max-usd: much (must be a number)");
        assertUsage(run("history", "--set", "lake"), "Invalid --set: lake (must be NAME=VALUE)");
        assertUsage(run("history", "--conf", "nowhere"), "Invalid --conf: nowhere (must be a folder)");
        assertUsage(run("init", "My_Pipeline"), "Invalid name: My_Pipeline (must be lower-case letters");
        assertUsage(run("sample-data", "--out", "x", "--dirt", "0.7"), "Invalid dirt: 0.7 (must be in [0, 0.5])");
    }

    @Test
    void nearestNamesAreTold() {
        assertUsage(run("rnu"), "Invalid command: rnu (must be one of demo, init,");
        assertUsage(run("rnu"), "Did you mean run?");
        assertUsage(run("help", "histroy"), "Did you mean history?");
        assertUsage(run("run", "p", "--dat", "2026-01-31"), "Invalid option: --dat (must be one of --date,");
        assertThat(run("xyzzy-plugh").err()).doesNotContain("Did you mean");
    }

    @Test
    void usageErrorIsJsonOnRequest() throws IOException {
        Cli cli = run("query", "--csv", "--json", "SELECT 1");

        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).isEmpty();
        JsonNode report = new ObjectMapper().readTree(cli.out());
        assertThat(report.get("exitCode").intValue()).isEqualTo(2);
        assertThat(report.at("/problems/0/message").textValue())
                .isEqualTo("Invalid --csv: set (must stand without --json)");
    }

    @Test
    void problemsOfFilesKeepTheirPlaceInJson() throws IOException {
        Cli cli = run("validate", "misspelt", "--json");

        assertThat(cli.exitCode()).isEqualTo(3);
        JsonNode problem = new ObjectMapper().readTree(cli.out()).at("/problems/0");
        assertThat(problem.toString())
                .isEqualTo(
                        "{\"message\":\"Unknown key: form\",\"file\":\"conf/pipelines/misspelt.yaml\",\"line\":3,\"column\":5,"
                                + "\"next\":\"Mend that place; saltern validate finds what is left in a second\"}");
        assertThat(run("validate", "misspelt").err()).isEqualTo("""
                        error: Unknown key: form
                        where: conf/pipelines/misspelt.yaml:3:5
                        next:  Mend that place; saltern validate finds what is left in a second
                        """);
    }

    @Test
    void stackTraceIsShownOnRequestOnly() {
        Cli quiet = run("validate", "broken");
        assertThat(quiet.exitCode()).isEqualTo(70);
        assertThat(quiet.err())
                .contains("Cannot carry out the command: java.lang.IllegalStateException: the disk is gone")
                .doesNotContain("    at ");
        assertThat(run("validate", "broken", "--verbose").err()).contains("    at dev.saltern.submit.RecordingJob.run");
    }

    @Test
    void missingJobIsAnInternalError() {
        Surroundings withoutJob =
                new Surroundings(folder, null, "saltern", Clock.systemUTC(), ClassLoader.getPlatformClassLoader());

        Cli cli = Cli.run(withoutJob, "history");

        assertThat(cli.exitCode()).isEqualTo(70);
        assertThat(cli.err()).contains("Cannot find tool saltern-job: no jar on the class path provides it");
        assertThat(Cli.run(withoutJob, "--help").exitCode()).isZero();
    }

    @Test
    void confOfTheHomeIsUsedWhereTheFolderHasNone() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("conf/pipelines"));
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(Cli.run(Cli.surroundings(empty, home), "history").out()).contains("|--conf|" + home.resolve("conf"));
        assertUsage(Cli.run(Cli.surroundings(empty, null), "history"), "Missing required --conf");
    }

    @Test
    void helpOfEveryCommandListsTheExitCodes() {
        for (String command : CommandTree.create(Cli.surroundings(folder, null))
                .getSubcommands()
                .keySet()) {
            Cli cli = run(command, "--help");
            assertThat(cli.exitCode()).as(command).isZero();
            for (ExitCode exitCode : ExitCode.values()) {
                assertThat(cli.out()).containsPattern("  " + exitCode.code() + " +" + exitCode.meaning());
            }
        }
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(run("--version").out()).matches("saltern \\d+\\.\\d+\\.\\d+\\S*, Java 17\\S*\\n");
    }

    private static void assertUsage(Cli cli, String message) {
        assertThat(cli.err()).contains(message);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.exitCode()).isEqualTo(2);
    }

    @Test
    void theOverviewIsThatOfAllCommandsAsTheyAre() {
        Surroundings surroundings = Cli.surroundings(folder, null);
        String whole = CommandTree.create(surroundings).getUsageMessage();
        assertThat(run("--help").out()).isEqualTo(whole);
        assertThat(run("help").out()).isEqualTo(whole);
        assertThat(run("help", "launch").out())
                .isEqualTo(run("launch", "--help").out())
                .contains("--cluster=NAME");
        assertThat(run("lunch").err()).contains("Did you mean launch?");
    }
}

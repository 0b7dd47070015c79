/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.submit.launch.LaunchCase.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays every way that a launch can go, and writes down what was seen: exit codes, clusters started, clusters left running. */
class LauncherPageTest {
    private static final Path PAGE = Path.of("../docs/launcher.md");
    private static final String RENEW = "mvn -pl submit -am test -Dtest=LauncherPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dsaltern.regenerate=true";

    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftRunningWhateverHappens() throws IOException {
        List<LaunchCase> cases = LaunchCases.all();
        List<Seen> played = new ArrayList<>();
        for (LaunchCase each : cases) {
            played.add(each.play(Files.createTempDirectory(folder, "lake")));
        }
        assertThat(played).isEqualTo(cases.stream().map(LaunchCase::expected).toList());
        List<Seen> real = real();
        assertThat(real)
                .allSatisfy(seen -> assertThat(seen.left()).as(seen.what()).isZero());

        String page = page(played, cases, real);
        if (Boolean.getBoolean("saltern.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("renew it with " + RENEW).hasContent(page);
    }

    private List<Seen> real() throws IOException {
        List<Seen> real = new ArrayList<>();
        for (SignalCases.State state : SignalCases.State.values()) {
            List<Seen> seen = SignalCases.signals(Files.createTempDirectory(folder, "real"), state);
            assertThat(seen).isEqualTo(SignalCases.expected(state));
            real.addAll(seen);
        }
        real.add(named(
                "SIGTERM while EMR throttles RunJobFlow",
                RealLaunches.signalBeforeTheStart(Files.createTempDirectory(folder, "real")),
                List.of(40),
                0));
        real.add(named(
                "SIGINT twice while EMR throttles TerminateJobFlows, then `saltern reap`",
                RealLaunches.twoSignals(Files.createTempDirectory(folder, "real")),
                List.of(40),
                1));
        real.add(named(
                "SIGKILL, `saltern reap`, and the same launch again",
                RealLaunches.launchAfterKill(Files.createTempDirectory(folder, "real")),
                List.of(137, 0),
                2));
        real.add(named(
                "two launches of the same day at once",
                RealLaunches.twoAtOnce(Files.createTempDirectory(folder, "real")),
                List.of(0, 50),
                1));
        return real;
    }

    private static Seen named(String what, Seen seen, List<Integer> codes, int started) {
        Seen named = new Seen(what, seen.exitCodes(), seen.started(), seen.left());
        assertThat(named).isEqualTo(new Seen(what, codes, started, 0));
        return named;
    }

    private static String page(List<Seen> played, List<LaunchCase> cases, List<Seen> real) {
        StringBuilder page = new StringBuilder("""
                # What a launch comes to

                Written by `LauncherPageTest`, which plays every case below before the EMR test server and fails if one comes to something
                else; `%s` renews it. "Left running" counts the clusters and job runs that live a quarter of an hour after the launch.
                """.formatted(RENEW));
        page.append("\n## A cluster of one's own\n\n").append(head());
        rows(
                page,
                Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                        .filter(i -> !cases.get(i).serverless())
                        .map(played::get)
                        .toList());
        page.append("\n## EMR Serverless\n\n").append(head());
        rows(
                page,
                Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                        .filter(i -> cases.get(i).serverless())
                        .map(played::get)
                        .toList());
        page.append("\n## Real processes and signals\n\n").append(head());
        rows(page, real);
        return page.toString();
    }

    private static String head() {
        return "| case | exit code | started | left running |\n|---|---|---|---|\n";
    }

    private static void rows(StringBuilder page, List<Seen> rows) {
        for (Seen row : rows) {
            page.append("| ").append(row.what()).append(" | ");
            page.append(String.join(
                    ", ", row.exitCodes().stream().map(String::valueOf).toList()));
            page.append(" | ")
                    .append(row.started())
                    .append(" | ")
                    .append(row.left())
                    .append(" |\n");
        }
    }
}

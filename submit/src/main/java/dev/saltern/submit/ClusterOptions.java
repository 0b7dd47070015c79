/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.TimeSpan;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.Pace;
import dev.saltern.submit.aws.Patience;
import dev.saltern.submit.cost.PriceTable;
import dev.saltern.submit.cost.Prices;
import dev.saltern.submit.launch.Limits;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of every command that asks AWS. */
final class ClusterOptions {
    /** How many requests EMR may be slow to answer for each look that Patience counts. */
    private static final int WAITS_PER_POLL = 20;

    @Mixin
    private JobOptions job = new JobOptions();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "A table of prices in place of the one that comes with Saltern.")
    private @Nullable Path prices;

    @Option(
            names = "--poll",
            paramLabel = "TIME",
            description =
                    "The first wait between two looks, such as 20s; they grow to three times that, and other waits"
                            + " are multiples of it. Default: 20s.")
    private @Nullable TimeSpan poll;

    JobOptions job() {
        return job;
    }

    boolean json() {
        return job.json();
    }

    Duration poll() {
        return poll == null ? Limits.POLL : poll.duration();
    }

    Path environmentFile(Surroundings surroundings) {
        return new ConfigurationFolder(job.conf(surroundings)).environment(job.environment());
    }

    Environment environment(Surroundings surroundings) {
        return EnvironmentLoader.load(environmentFile(surroundings), job.settings());
    }

    /** Returns the account of the environment. */
    static Account account(Environment environment) {
        Account account = environment.aws();
        if (account == null) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Missing required aws in environment " + environment.name()
                            + ": clusters start in an account. Name an environment that has one with --env, such as"
                            + " emr");
        }
        return account;
    }

    PriceTable prices() {
        return Prices.load(prices);
    }

    /** Returns the table, or null with a line on it if it is of another region than the account. */
    @Nullable
    PriceTable prices(Account account, Console console) {
        PriceTable table = prices();
        if (!table.region().equals(account.region())) {
            console.say("Costs are not told: the table of prices is of " + table.region() + ", the account's region is "
                    + account.region() + ". Give one with --prices FILE");
            return null;
        }
        return table;
    }

    /** Returns what a command tells people while it works. */
    Console console(CommandSpec spec, Surroundings surroundings) {
        return new Console(
                spec.commandLine().getErr(), json(), () -> surroundings.clock().instant());
    }

    Patience patience(Pace pace) {
        return Patience.ofLauncher(pace, poll().dividedBy(WAITS_PER_POLL));
    }

    Aws aws(Account account, Pace pace) {
        return new Aws(account.region(), patience(pace), hasOwnEndpoint());
    }

    /** Returns whether the SDK will speak to an endpoint that is not AWS. */
    static boolean hasOwnEndpoint() {
        return System.getenv().keySet().stream().anyMatch(name -> name.startsWith("AWS_ENDPOINT_URL"))
                || System.getProperty("aws.endpointUrl") != null
                || System.getProperty("aws.endpointUrlS3") != null;
    }
}

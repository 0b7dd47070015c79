/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of failure and how it shows in a log.
 *
 * @param name of the rule, stable
 * @param pattern what a line of it holds; named groups fill the cause
 * @param cause one sentence; {@code {name}} stands for a group
 * @param advice what to do, one sentence or two
 */
public record Rule(String name, Pattern pattern, String cause, String advice) {
    /** The job tells on a line of its own which file or which rule; a frame of a stack begins with a tab. */
    private static final Pattern CONTINUED = Pattern.compile(" {2,}(?:! )?(\\S.*)");

    private static final Pattern GROUP = Pattern.compile("\\{([a-z]+)}");

    /**
     * All rules. The order is that of causes before consequences: an executor that is lost makes fetches fail, a full disk makes executors
     * fail.
     */
    public static final List<Rule> ALL = List.of(
            rule(
                    "unbalanced-account",
                    "The row account does not balance: (?<what>.*)",
                    "The row account does not balance: {what}",
                    "Nothing was published. Report it with the run's report: this is an error in Saltern"),
            rule(
                    "quality-gate",
                    "(?:: refused in [0-9.]+ s|^\\s*!"
                            + " (?=.*(?:rule|quarantine|limit|Rule|RowCount|Is[A-Z]|Column[A-Z]|Completeness|Uniqueness)))(?<what>.*)",
                    "A rule or a limit refused the publish: {what}",
                    "What was live is live. Look at the rule's examples in the run's report; mend the rows or the"
                            + " rule, and launch again"),
            rule(
                    "access-denied",
                    "(?:AccessDenied|Access Denied|is not authorized to perform:?"
                            + " (?<action>[A-Za-z0-9]+:[A-Za-z]+)|AccessDeniedException|403 Forbidden|Permission"
                            + " denied)(?:.*?(?:on resource:? |key[= ]|s3a?://)(?<what>[^\\s,;)\"]+))?",
                    "AWS refused {action} on {what}",
                    "Allow it in the policy of the instance profile (EMR) or of the job role (EMR Serverless)"),
            rule(
                    "disk-full",
                    "No space left on device|DiskErrorException|java\\.io\\.IOException: Disk quota exceeded",
                    "The local disk of a machine is full: shuffle and spill did not fit",
                    "Raise emr.disk-gib (serverless.executor-disk-gib) in the cluster file, or the number of cores"),
            rule(
                    "glue-conflict",
                    "(?:glue|Glue|AWSGlue).*(?:ConcurrentModificationException|VersionMismatch|ConcurrentRunsExceeded|AlreadyExistsException|ResourceNumberLimitExceeded)(?<what>.*)",
                    "The Glue catalog was changed by someone else meanwhile{what}",
                    "Launch again: a publish that was committed is rolled forward by the next run"),
            rule(
                    "wrong-java",
                    "UnsupportedClassVersionError: (?<what>.*)",
                    "A class is built for a newer Java than the cluster runs: {what}",
                    "Use a release of EMR 7.x (Java 17), and build java steps with --release 17"),
            rule(
                    "class-missing",
                    "(?:ClassNotFoundException|NoClassDefFoundError|Cannot find class|NoSuchMethodError):?"
                            + " (?<what>[\\w$/]+(?:\\.[\\w$/]+)*)",
                    "Class {what} is not on the class path of the cluster",
                    "Name the jar that holds it with --jar FILE; Spark and Hadoop come with the release"),
            rule(
                    "out-of-memory",
                    "OutOfMemoryError(?:: (?<what>[^\\r\\n]*))?",
                    "A Java heap was too small: {what}",
                    "More memory for each core: types of family r instead of c or m, or spark.executor.memory; for the"
                            + " driver spark.driver.memory. Look at the skew receipts of the last report first"),
            rule(
                    "killed-for-memory",
                    "(?:Container killed by YARN for exceeding|running beyond (?:physical|virtual) memory"
                            + " limits|[Ee]xit (?:code|status)(?: is)?:? 137|exited with code 137)(?<what>[^\\r"
                            + "\\n"
                            + "]*)",
                    "An executor was killed for its memory (137){what}",
                    "Raise spark.executor.memoryOverhead, or take types of family r; one huge key shows in the skew"
                            + " receipts"),
            rule(
                    "s3-slow-down",
                    "(?:SlowDown|Slow Down|Please reduce your request rate|Status Code: 503|503 Service Unavailable)",
                    "S3 asked for fewer requests (503) for longer than retries last",
                    "Launch again; if it stays, spread the prefixes of the raw files or lower the number of cores"),
            rule(
                    "bad-path",
                    "(?:Path does not exist: |Input path does not exist: |FileNotFoundException:"
                            + " |NoSuchBucket|NoSuchKey|no files? (?:match|in|at|under) |[Nn]o such file|found no"
                            + " files?|no file was found)(?<what>[^\\s,;]*)",
                    "A path holds nothing: {what}",
                    "Compare the source's path and the day with what was delivered; no-files: allow lets a day be"
                            + " empty"),
            rule(
                    "analysis",
                    "(?:AnalysisException|ParseException|Invalid SQL)(?::\\s*(?<what>[^\\r"
                            + "\\n"
                            + "]*))?|\\[(?:UNRESOLVED_COLUMN|TABLE_OR_VIEW_NOT_FOUND|DATATYPE_MISMATCH)[^\\r"
                            + "\\n"
                            + "]*",
                    "A step does not fit its columns: {what}",
                    "saltern validate finds it without a cluster"),
            rule(
                    "invalid-pipeline",
                    "^saltern: (?<what>\\d+ problems?)|^\\s+1\\. (?=\\S+:\\d+:\\d+: )(?:.*)",
                    "The pipeline or its configuration is invalid: {what}",
                    "saltern validate finds it without a cluster"),
            rule(
                    "fetch-failed",
                    "FetchFailed(?:Exception)?|MetadataFetchFailedException",
                    "Shuffle files were lost with their machine, and computing them again failed too",
                    "More of the fleet on demand (tasks.market), or a larger core fleet; a stage is repeated four"
                            + " times before it fails"),
            rule(
                    "spot-reclaimed",
                    "(?:lost node|Container released on a \\*?lost\\*? node|[Ss]pot [Ii]nterruption|Executor"
                            + " decommission|Slave lost)",
                    "AWS took spot machines back while they worked",
                    "Launch again, with market: on-demand for the task nodes if the day is urgent"),
            rule(
                    "executor-killed",
                    "(?:exited with code|[Ee]xit (?:code|status)(?: is)?:?) 143|ExecutorLostFailure(?<what>[^\\r\\n]*)",
                    "An executor was ended from outside (143){what}",
                    "Look at its machine in EMR: it was resized away, unhealthy, or taken back"));

    /**
     * Returns what the rule finds in the line, or empty.
     *
     * @param next the line behind it: where the line itself does not say what it is about, an indented one that follows does
     */
    Optional<String> find(String line, String next) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String filled = GROUP.matcher(cause)
                .replaceAll(group -> Matcher.quoteReplacement(value(matcher, group.group(1), next)));
        return Optional.of(filled.strip().replaceAll("[:,\\s]+$", ""));
    }

    private String value(Matcher matcher, String group, String next) {
        String value = pattern.pattern().contains("(?<" + group + ">") ? matcher.group(group) : null;
        if (value != null && !value.isBlank()) {
            return value.strip();
        }
        if (group.equals("action")) {
            return "a request";
        }
        Matcher more = CONTINUED.matcher(next);
        return more.matches() ? more.group(1) : cause.contains(" on {what}") ? "something it does not name" : "";
    }

    private static Rule rule(String name, String pattern, String cause, String advice) {
        return new Rule(name, Pattern.compile(pattern), cause, advice);
    }
}

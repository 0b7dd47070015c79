/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the job is asked to do, as plain arguments: the same words behind spark-submit and behind the command line, which checks them
 * first and explains them.
 *
 * @param command {@code run}, {@code backfill}, {@code retain}, {@code replay}, {@code plan}, {@code columns},
 *     {@code validate}, {@code query}, {@code sample}, {@code history}, {@code profile}, {@code rules}, {@code status}, {@code rollback}, {@code compact}, {@code gc} or
 *     {@code doctor}
 * @param subjects what the command is about: a pipeline, a SQL text
 * @param options the value of each option that has one, without the two hyphens
 * @param lists the values of each option that may be repeated
 * @param settings what {@code --set name=value} sets
 * @param flags the options without a value that are on
 */
record JobArguments(
        String command,
        List<String> subjects,
        Map<String, String> options,
        Map<String, List<String>> lists,
        Map<String, String> settings,
        Set<String> flags) {
    private static final String TABLE = "table";
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([dhms])");

    /** The commands whose subject is a file or, where {@code --table} stands, a table; for others the option names the table. */
    private static final Set<String> SUBJECT_IS_TABLE = Set.of("profile", "sample");

    private static final Set<String> LISTS = Set.of("columns", "key", "ignore");
    private static final Set<String> OPTIONS = Set.of(
            "conf",
            "env",
            "date",
            "from",
            "to",
            "method",
            "n",
            "share",
            "every",
            "by",
            "allocation",
            "target",
            "seed",
            "format",
            "null",
            "delimiter",
            "sample",
            "output",
            "parallel",
            "order",
            "as-of",
            "run",
            "older-than",
            "keep-versions",
            "grace",
            "target-file-size",
            "bulk",
            "id");
    private static final Set<String> FLAGS = Set.of(
            "json", "csv", "html", TABLE, "verbose", "rules", "dry-run", "stop-on-failure", "yes", "repair", "deep");

    static JobArguments parse(List<String> arguments) {
        Deque<String> open = new ArrayDeque<>(arguments);
        String command = open.isEmpty() ? "" : open.pop();
        List<String> subjects = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        Set<String> flags = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String argument = open.pop();
            String name = argument.startsWith("--") ? argument.substring(2) : "";
            if (name.equals(TABLE) && !SUBJECT_IS_TABLE.contains(command)) {
                options.put(name, value(argument, open));
            } else if (FLAGS.contains(name)) {
                flags.add(name);
            } else if (OPTIONS.contains(name)) {
                options.put(name, value(argument, open));
            } else if (LISTS.contains(name)) {
                lists.computeIfAbsent(name, key -> new ArrayList<>()).add(value(argument, open));
            } else if (name.equals("set")) {
                String setting = value(argument, open);
                int equals = setting.indexOf('=');
                if (equals < 1) {
                    throw usage("Invalid --set: " + setting + " (must be name=value)");
                }
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            } else if (name.isEmpty()) {
                subjects.add(argument);
            } else {
                throw usage("Unknown option '" + argument + "'");
            }
        }
        return new JobArguments(command, subjects, options, lists, settings, flags);
    }

    JobArguments withSubjects(List<String> others) {
        return new JobArguments(command, others, options, lists, settings, flags);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Returns what the command is about, or empty if it was not said. */
    Optional<String> findSubject() {
        if (subjects.size() > 1) {
            throw usage("Cannot " + command + ": it takes one pipeline, not " + subjects.size());
        }
        return subjects.stream().findFirst();
    }

    /** Returns the value of an option, or empty if it was not given. */
    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String subject(String what) {
        if (subjects.size() != 1) {
            throw usage("Cannot " + command + ": it takes one " + what + ", not " + subjects.size());
        }
        return subjects.get(0);
    }

    Path confFolder() {
        return Path.of(options.getOrDefault("conf", "conf"));
    }

    String environment() {
        return options.getOrDefault("env", "local");
    }

    /** Returns the first and the last day that the user named, or empty if none. */
    Optional<Days> days() {
        if (options.containsKey("date")) {
            LocalDate date = date("date");
            return Optional.of(new Days(date, date));
        }
        if (options.containsKey("from") != options.containsKey("to")) {
            throw usage("Missing required " + (options.containsKey("from") ? "--to" : "--from")
                    + ": a range has a first and a last day");
        }
        return options.containsKey("from") ? Optional.of(new Days(date("from"), date("to"))) : Optional.empty();
    }

    /** Returns the day of an option, or empty if it was not given. */
    Optional<LocalDate> day(String option) {
        return options.containsKey(option) ? Optional.of(date(option)) : Optional.empty();
    }

    /** The first and the last day that the user named. */
    record Days(LocalDate from, LocalDate to) {
        Days {
            if (to.isBefore(from)) {
                throw usage("Invalid --to: " + to + " (must not be before --from " + from + ")");
            }
        }
    }

    static SalternException usage(String message) {
        return new SalternException(ExitCode.USAGE, message);
    }

    /** Returns how long an option says, such as {@code 7d} or {@code 36h}. */
    Duration duration(String option, Duration otherwise) {
        String text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw usage("Invalid --" + option + ": " + text + " (must be such as 7d, 36h, 30m or 0s)");
        }
        return Duration.parse((matcher.group(2).equals("d") ? "P" : "PT") + text);
    }

    /** Returns the day of an option: a date, or of a time, which is what a schedule knows, the last whole day before it in UTC. */
    LocalDate date(String option) {
        String text = String.valueOf(options.get(option));
        try {
            return text.contains("T")
                    ? LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC).minusDays(1)
                    : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new SalternException(
                    ExitCode.USAGE, "Invalid --" + option + ": " + text + " (must be a date such as 2026-01-31)", e);
        }
    }

    private static String value(String option, Deque<String> open) {
        if (open.isEmpty()) {
            throw usage("Missing value of " + option);
        }
        return open.pop();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The days that a run claims: one, or a range that is claimed in one pass. */
final class DateOptions {
    private static final String YESTERDAY = "yesterday";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day: YYYY-MM-DD, or yesterday (in UTC). A run needs one, or --from and --to, unless the"
                    + " pipeline has no partitions.")
    private @Nullable String date;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day of a range; with --to.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day of the range.")
    private @Nullable String to;

    /** Returns {@code --date D}, or {@code --from D --to D}, with real dates in order, or nothing if no day was named. */
    List<String> arguments(Clock clock) {
        if (date != null) {
            if (from != null || to != null) {
                throw invalid("Invalid --date: " + date + " (must stand alone, without --from and --to)");
            }
            return List.of("--date", parse("--date", date, clock).toString());
        }
        if (from == null && to == null) {
            // Whether a day is needed is for the pipeline to say: one without partitions has none.
            return List.of();
        }
        if (from == null || to == null) {
            throw invalid("Missing required " + (from == null ? "--from" : "--to"));
        }
        LocalDate first = parse("--from", from, clock);
        LocalDate last = parse("--to", to, clock);
        if (last.isBefore(first)) {
            throw invalid("Invalid --to: " + last + " (must not be before --from " + first + ")");
        }
        return List.of("--from", first.toString(), "--to", last.toString());
    }

    private LocalDate parse(String option, String text, Clock clock) {
        return parse(spec, option, text, clock);
    }

    /** Returns the day that a text names. */
    static LocalDate parse(CommandSpec spec, String option, String text, Clock clock) {
        if (text.equals(YESTERDAY)) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw UsageErrors.of(spec, "Invalid " + option + ": " + text + " (must be YYYY-MM-DD or yesterday)");
        }
    }

    private ParameterException invalid(String message) {
        return UsageErrors.of(spec, message);
    }
}

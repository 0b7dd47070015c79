/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Origin;
import dev.saltern.conf.SalternException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, as three sentences.
 *
 * @param message the whole message, with the value
 * @param what its first sentence, what went wrong
 * @param origin the place in a file, or null if it is in none
 * @param next what to do
 */
public record Failure(String message, String what, @Nullable Origin origin, String next) {
    /** How a message begins; what begins otherwise goes on with the line above. */
    private static final Pattern START = Pattern.compile("^(Cannot|Invalid|Missing|Unknown|Interrupted)\\b.*");
    /** Where the second sentence begins, which is the next step. */
    private static final Pattern SECOND = Pattern.compile("\\. (?=[A-Z]|saltern )");

    private static final Pattern NEAREST = Pattern.compile(" \\(nearest(?:: | is )([^)]+)\\)");

    /** Takes the failure of a command apart; where the message does not say what to do, the exit code does. */
    public static List<Failure> of(SalternException failure, List<String> words) {
        boolean traced = failure.exitCode() == ExitCode.INTERNAL && words.contains("--verbose");
        return of(
                failure,
                traced
                        ? "Report it with the stack trace above"
                        : failure.exitCode().next());
    }

    /**
     * Takes a failure apart: a message of Saltern says in its first sentence what is wrong, and in a second one what to do.
     *
     * @param otherwise what to do where the message does not say
     */
    public static List<Failure> of(SalternException failure, String otherwise) {
        if (failure instanceof InvalidConfigurationException invalid) {
            return invalid.problems().stream()
                    .map(problem -> of(problem.message(), problem.origin(), otherwise))
                    .toList();
        }
        return messages(String.valueOf(failure.getMessage())).stream()
                .map(message -> of(message, null, otherwise))
                .toList();
    }

    /** Returns the members of an object for programs. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("message", message);
        if (origin != null) {
            members.put("file", origin.file());
            members.put("line", origin.line());
            members.put("column", origin.column());
        }
        members.put("next", next);
        return members;
    }

    /** Returns the messages of a text with a line for each, or more lines where a reason takes them. */
    private static List<String> messages(String text) {
        List<String> messages = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            if (messages.isEmpty() || START.matcher(line).matches()) {
                messages.add(line);
            } else {
                messages.add(messages.remove(messages.size() - 1) + " " + line);
            }
        });
        return messages;
    }

    private static Failure of(String message, @Nullable Origin origin, String otherwise) {
        String whole = message.strip().replaceAll("\\s*\\R\\s*", " ");
        Matcher nearest = NEAREST.matcher(whole);
        String near = nearest.find() ? "Did you mean " + nearest.group(1) + "?" : "";
        String said = near.isEmpty() ? whole : nearest.replaceFirst("");
        int end = firstSentence(said);
        String advice = (near + " " + said.substring(Math.min(said.length(), end + 2))).strip();
        return new Failure(message, said.substring(0, end), origin, advice.isEmpty() ? otherwise : advice);
    }

    /** Returns where the first sentence ends: not within quotes or brackets, for those hold what others have written. */
    private static int firstSentence(String message) {
        Matcher matcher = SECOND.matcher(message);
        while (matcher.find()) {
            String before = message.substring(0, matcher.start());
            if (count(before, '"') % 2 == 0 && count(before, '(') == count(before, ')')) {
                return matcher.start();
            }
        }
        return message.length();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}

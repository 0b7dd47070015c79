/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import dev.saltern.conf.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import scala.Option;

/** Thrown for a SQL text that does not parse or does not fit its views; knows the line in the pipeline file. */
public final class InvalidSqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern POSITION =
            Pattern.compile(";?\\s*(?:\\(line \\d+, pos \\d+\\)|line \\d+ pos \\d+).*", Pattern.DOTALL);
    private static final Pattern ERROR_CLASS = Pattern.compile("^\\s*\\[[A-Z0-9_.]+\\]\\s*");

    private final transient Origin origin;

    InvalidSqlException(Origin origin, String message) {
        super(message);
        this.origin = origin;
    }

    private InvalidSqlException(Origin origin, String message, Throwable cause) {
        super(message, cause);
        this.origin = origin;
    }

    /** Returns the failure of the text, at the line and column that Spark names within it. */
    public static InvalidSqlException of(Text text, Exception cause) {
        Origin origin = text.origin();
        if (cause instanceof AnalysisException analysis) {
            origin = origin(text, analysis.line(), analysis.startPosition());
        }
        return new InvalidSqlException(origin, "Invalid SQL: " + reason(cause), cause);
    }

    /** Returns where and what, as one problem of the pipeline file. */
    public Problem problem() {
        return new Problem(origin, String.valueOf(getMessage()));
    }

    /** Returns Spark's message without its error class, position and plan. */
    public static String reason(Exception cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        Matcher position = POSITION.matcher(message);
        String text =
                ERROR_CLASS.matcher(position.replaceFirst("")).replaceFirst("").strip();
        int plan = text.indexOf(";\n");
        int advice = text.indexOf(" Verify the spelling and correctness");
        int end = advice >= 0 ? advice : plan;
        String first = end >= 0 ? text.substring(0, end) : text;
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** Returns the place in the file of a line (from 1) and a position in it (from 0) of the text. */
    static Origin origin(Text text, Option<Object> line, Option<Object> position) {
        return new Origin(text.file(), text.line() + number(line, 1) - 1, text.column() + number(position, 0));
    }

    private static int number(Option<Object> value, int otherwise) {
        return value.isDefined() && value.get() instanceof Integer number ? number : otherwise;
    }
}

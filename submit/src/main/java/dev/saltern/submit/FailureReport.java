/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Problem;
import dev.saltern.conf.SalternException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns failures into exit codes and messages: text on standard error, or with {@code --json} one object
 * {@code {"exitCode": 2, "problems": [{"message": ...}]}} on standard output.
 */
final class FailureReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String JSON = "--json";
    private static final String VERBOSE = "--verbose";

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String message = UsageErrors.describe(failure);
        if (List.of(args).contains(JSON)) {
            return json(command, ExitCode.USAGE, List.of(Map.of("message", message)));
        }
        return text(
                command,
                ExitCode.USAGE,
                message,
                "Help: " + command.getCommandSpec().qualifiedName() + " --help");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean json = parsed.originalArgs().contains(JSON);
        if (failure instanceof InvalidConfigurationException invalid && json) {
            return json(
                    command,
                    invalid.exitCode(),
                    invalid.problems().stream().map(FailureReport::describe).toList());
        }
        ExitCode exitCode = failure instanceof SalternException known ? known.exitCode() : ExitCode.INTERNAL;
        String message = failure instanceof SalternException ? String.valueOf(failure.getMessage()) : internal(failure);
        boolean verbose = parsed.originalArgs().contains(VERBOSE);
        if (verbose) {
            trace(command.getErr(), failure);
        }
        return json
                ? json(command, exitCode, List.of(Map.of("message", message)))
                : text(
                        command,
                        exitCode,
                        message,
                        exitCode == ExitCode.INTERNAL && !verbose
                                ? "The stack trace: the same command with " + VERBOSE
                                : "");
    }

    private static Map<String, Object> describe(Problem problem) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("message", problem.message());
        map.put("file", problem.origin().file());
        map.put("line", problem.origin().line());
        map.put("column", problem.origin().column());
        return map;
    }

    private static String internal(Exception failure) {
        return "Cannot carry out the command: " + failure;
    }

    private static int text(CommandLine command, ExitCode exitCode, String message, String hint) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(message));
        if (!hint.isEmpty()) {
            err.println(hint);
        }
        err.flush();
        return exitCode.code();
    }

    private static int json(CommandLine command, ExitCode exitCode, List<? extends Map<String, ?>> problems) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("exitCode", exitCode.code());
        report.put("problems", problems);
        JsonPrinter.print(command.getOut(), report);
        return exitCode.code();
    }

    private static void trace(PrintWriter err, Throwable failure) {
        err.println(failure);
        for (StackTraceElement frame : failure.getStackTrace()) {
            err.println("    at " + frame);
        }
        if (failure.getCause() != null) {
            trace(err, failure.getCause());
        }
    }
}

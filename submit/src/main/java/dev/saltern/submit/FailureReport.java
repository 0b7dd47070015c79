/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.terminal.Failure;
import dev.saltern.conf.terminal.FailureLines;
import dev.saltern.conf.terminal.Terminal;
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
 * Turns failures into exit codes and messages: three lines for each problem on standard error, or with {@code --json} one object
 * {@code {"exitCode": 2, "problems": [{"message": ..., "next": ...}]}} on standard output.
 */
final class FailureReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String JSON = "--json";
    private static final String VERBOSE = "--verbose";

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        SalternException usage = new SalternException(ExitCode.USAGE, UsageErrors.describe(failure), failure);
        String help = "See " + command.getCommandSpec().qualifiedName() + " --help";
        return tell(command, ExitCode.USAGE, Failure.of(usage, help), List.of(args));
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        List<String> words = parsed.originalArgs();
        if (words.contains(VERBOSE)) {
            trace(command.getErr(), failure);
        }
        SalternException known = failure instanceof SalternException saltern
                ? saltern
                : new SalternException(ExitCode.INTERNAL, "Cannot carry out the command: " + failure, failure);
        return tell(command, known.exitCode(), Failure.of(known, words), words);
    }

    private static int tell(CommandLine command, ExitCode exitCode, List<Failure> failures, List<String> words) {
        if (words.contains(JSON)) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("exitCode", exitCode.code());
            report.put("problems", failures.stream().map(Failure::members).toList());
            JsonPrinter.print(command.getOut(), report);
        } else {
            PrintWriter err = command.getErr();
            err.print(new FailureLines(Terminal.ofProcess()).of(failures, words));
            err.flush();
        }
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

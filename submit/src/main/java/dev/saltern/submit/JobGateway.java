/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Hands a command to the job, in this JVM.
 *
 * <p>The job is a {@link ToolProvider} by the name of {@value #TOOL}. It gets
 * {@code <command> [positional...] --conf DIR --env NAME [--set k=v]... [--date D | --from D --to D] [--json] [--csv] [--verbose]} with real
 * dates, reports its own failures, and returns an exit code. It may be called several times.
 */
final class JobGateway {
    static final String TOOL = "saltern-job";

    private final ClassLoader classLoader;
    private @Nullable ToolProvider job;

    JobGateway(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * Runs the job with the arguments and returns its exit code.
     *
     * @throws SalternException with {@link ExitCode#INTERNAL} if there is no job on the class path
     */
    int forward(CommandLine command, List<String> arguments) {
        PrintWriter out = command.getOut();
        PrintWriter err = command.getErr();
        try {
            return job().run(out, err, arguments.toArray(String[]::new));
        } finally {
            out.flush();
            err.flush();
        }
    }

    /**
     * Runs the job with the arguments, {@code --json} among them, and returns what it prints.
     *
     * @throws SalternException with the message and the exit code of the job, if it fails
     */
    String answer(List<String> arguments) {
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int exitCode = job().run(new PrintWriter(out), nowhere, arguments.toArray(String[]::new));
        if (exitCode != ExitCode.DONE.code()) {
            throw new SalternException(ExitCode.of(exitCode), JsonPrinter.message(out.toString()));
        }
        return out.toString();
    }

    /** Returns whether there is a job on the class path. */
    boolean hasJob() {
        return find().isPresent();
    }

    private Optional<ToolProvider> find() {
        return ServiceLoader.load(ToolProvider.class, classLoader).stream()
                .filter(provider -> !provider.type().getModule().isNamed())
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(TOOL))
                .findFirst();
    }

    private ToolProvider job() {
        if (job == null) {
            job = find().orElseThrow(() -> new SalternException(
                    ExitCode.INTERNAL,
                    "Cannot find tool " + TOOL + ": no jar on the class path provides it."
                            + " Start Saltern by its launcher script, which adds the jobs module"));
        }
        return job;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tables that a command is about. */
final class TableOptions {
    @Parameters(arity = "0..1", paramLabel = "PIPELINE", description = "The pipeline whose tables are meant, by name.")
    private @Nullable String pipeline;

    @Option(names = "--table", paramLabel = "TABLE", description = "One table, by name.")
    private @Nullable String table;

    /** Returns the pipeline, if one was named. */
    List<String> positionals() {
        return pipeline == null ? List.of() : List.of(pipeline);
    }

    /** Returns {@code --table T}, or nothing. */
    ForwardedWords words() {
        return new ForwardedWords().option("--table", table);
    }

    /** Returns whether neither a pipeline nor a table was named. */
    boolean isEmpty() {
        return pipeline == null && table == null;
    }
}

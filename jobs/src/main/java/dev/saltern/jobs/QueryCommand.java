/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.progress.ConsoleProgress;
import dev.saltern.jobs.query.Question;
import dev.saltern.jobs.search.BulkLines;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Answers a SQL query over the published tables. */
final class QueryCommand {
    private final JobArguments arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    QueryCommand(JobArguments arguments, PrintWriter out, PrintWriter err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        String sql = arguments.subject("SQL text");
        Environment environment = LoadedJob.environment(arguments);
        // A catalog is made where there is none, and a question should leave no folder behind.
        boolean catalog = environment.lake().contains(":") || Files.isDirectory(Path.of(environment.lake()));
        SparkSession session = catalog ? Sessions.withCatalog(environment) : Sessions.withoutCatalog(environment);
        // A script that asks wants the rows alone; on a terminal the bars make way for them.
        boolean silent = arguments.has("json") || !Terminal.ofProcess().draws();
        try (ConsoleProgress progress = ConsoleProgress.of(session.sparkContext(), err, silent)) {
            progress.begins("answering");
            answer(sql, new Question(session, environment.database(), progress::close));
        }
        return ExitCode.DONE;
    }

    private void answer(String sql, Question question) {
        Optional<String> index = arguments.option("bulk");
        if (index.isPresent()) {
            List<String> keys = arguments
                    .option("id")
                    .map(text -> List.of(text.split(",", -1)))
                    .orElse(List.of());
            question.answer(sql, new BulkLines(index.get(), keys), out);
        } else {
            question.answer(sql, form(), out);
        }
    }

    private Question.Form form() {
        if (arguments.has("json")) {
            return Question.Form.JSON;
        }
        return arguments.has("csv") ? Question.Form.CSV : Question.Form.TEXT;
    }
}

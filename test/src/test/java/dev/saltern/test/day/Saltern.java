/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** The job as the command line and spark-submit call it, in this JVM. One JVM opens one lake. */
public final class Saltern {
    private final Path conf;
    private final String environment;
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** The job in the environment {@code local}, with these folders. */
    public Saltern(Path conf, Path raw, Path lake) {
        this(conf, "local");
        settings.put("raw", raw.toString());
        settings.put("lake", lake.toString());
    }

    /** The job in an environment of that conf folder, which says where everything is. */
    Saltern(Path conf, String environment) {
        this.conf = conf;
        this.environment = environment;
    }

    /** Returns the conf folder of the project. */
    public static Path projectConf() {
        return Path.of("..", "conf").toAbsolutePath().normalize();
    }

    /** What a command printed and returned. */
    public record Answer(int exitCode, String out, String err) {
        @Override
        public String toString() {
            return "exit " + exitCode + "\n" + out + err;
        }
    }

    /** Returns the words behind the name of the program. */
    List<String> arguments(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--conf", conf.toString(), "--env", environment));
        settings.forEach((name, value) -> all.addAll(List.of("--set", name + "=" + value)));
        return all;
    }

    /** Carries out a command. */
    public Answer run(String... words) {
        return run(new StringWriter(), words);
    }

    /**
     * Runs a command.
     *
     * @param err takes what it tells while it works
     */
    Answer run(StringWriter err, String... words) {
        List<String> all = arguments(words);
        StringWriter out = new StringWriter();
        ToolProvider job = ToolProvider.findFirst("saltern-job").orElseThrow();
        int exitCode = job.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }

    /** Returns the rows of a query, each as column to text; NULL is the empty text. */
    List<Map<String, String>> query(String sql) {
        Answer answer = run("query", "--csv", sql);
        if (answer.exitCode() != 0) {
            throw new AssertionError(answer.toString());
        }
        CsvParserSettings format = new CsvParserSettings();
        format.setHeaderExtractionEnabled(true);
        format.setNullValue("");
        format.setMaxCharsPerColumn(-1);
        List<Map<String, String>> rows = new ArrayList<>();
        new CsvParser(format)
                .parseAllRecords(new StringReader(answer.out()))
                .forEach(row -> rows.add(row.toFieldMap()));
        return rows;
    }
}

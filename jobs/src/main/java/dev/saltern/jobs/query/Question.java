/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.query;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.report.TextTable;
import dev.saltern.jobs.run.RootCause;
import dev.saltern.jobs.search.BulkLines;
import dev.saltern.jobs.search.JsonRows;
import dev.saltern.jobs.step.InvalidSqlException;
import dev.saltern.transforms.internal.Spark;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/** Answers a SQL query over the published tables, read through the catalog. */
public final class Question {
    /** How many rows a text table shows; CSV and JSON hold all rows. */
    static final int MAX_TEXT_ROWS = 100;

    private static final Set<String> QUERIES = Set.of("select", "with", "from", "values", "table");
    /** They are commands to Spark, but tell and change nothing. */
    private static final Set<String> STATEMENTS = Set.of("show", "describe", "desc", "explain");

    private final SparkSession session;
    private final String database;
    private final Runnable answered;

    /** Asks the tables of a database. */
    public Question(SparkSession session, String database) {
        this(session, database, () -> {});
    }

    /**
     * Asks the tables of a database.
     *
     * @param answered is run when the first row is there, before anything is written
     */
    public Question(SparkSession session, String database, Runnable answered) {
        this.session = session;
        this.database = database;
        this.answered = answered;
    }

    /** How an answer is written. */
    public enum Form {
        /** Aligned columns, at most 100 rows. */
        TEXT,
        /** RFC 4180 with a header; NULL is the empty cell. */
        CSV,
        /** An array of objects, each with all columns. */
        JSON
    }

    /**
     * Writes the answer.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if the text is no query or does not fit the tables
     */
    public void answer(String sql, Form form, PrintWriter out) {
        answer(
                sql,
                rows -> {
                    switch (form) {
                        case TEXT -> text(rows, out);
                        case CSV -> csv(rows, out);
                        case JSON -> json(rows, out);
                    }
                },
                out);
    }

    /** Writes the answer as OpenSearch takes it in bulk. */
    public void answer(String sql, BulkLines lines, PrintWriter out) {
        answer(
                sql,
                rows -> {
                    answered.run();
                    lines.write(rows, out);
                },
                out);
    }

    private void answer(String sql, Consumer<Dataset<Row>> write, PrintWriter out) {
        String keyword = sql.strip().split("[\\s(]", 2)[0].toLowerCase(Locale.ROOT);
        if (!QUERIES.contains(keyword) && !STATEMENTS.contains(keyword)) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Cannot run '" + keyword
                            + "': it is no query (must be SELECT, WITH, FROM, VALUES, SHOW, DESCRIBE or EXPLAIN)");
        }
        Dataset<Row> rows = analyse(sql, STATEMENTS.contains(keyword));
        try {
            write.accept(rows);
        } catch (SalternException e) {
            throw e;
        } catch (Exception e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot answer the query: " + RootCause.of(e), e);
        }
        out.flush();
    }

    private Dataset<Row> analyse(String sql, boolean statement) {
        try {
            LogicalPlan plan = Spark.state(session).sqlParser().parsePlan(sql);
            if (!statement && writes(plan)) {
                throw new SalternException(
                        ExitCode.USAGE, "Cannot run this SQL: it writes (must be a query; tables are written by runs)");
            }
            if (session.catalog().databaseExists(database)) {
                session.catalog().setCurrentDatabase(database);
            }
            return session.sql(sql);
        } catch (SalternException e) {
            throw e;
        } catch (Exception e) {
            throw new SalternException(
                    ExitCode.USAGE, "Cannot answer the query: " + InvalidSqlException.reason(e) + tables(), e);
        }
    }

    /** A statement that writes may stand behind WITH and FROM too. */
    private static boolean writes(LogicalPlan plan) {
        return plan instanceof Command
                || plan instanceof ParsedStatement
                || plan instanceof InsertIntoDir
                || JavaConverters.seqAsJavaList(plan.children()).stream().anyMatch(Question::writes);
    }

    /** Returns a sentence on the tables there are, to stand behind a message. */
    String tables() {
        if (!session.catalog().databaseExists(database)) {
            return ". No table is published in this lake yet";
        }
        List<String> names = session.sql("SHOW TABLES IN `" + database + "`")
                .select("tableName")
                .as(Encoders.STRING())
                .collectAsList();
        return ". Published tables: " + names.stream().sorted().collect(Collectors.joining(", "));
    }

    private void text(Dataset<Row> rows, PrintWriter out) {
        TextTable table = new TextTable(List.of(rows.columns()));
        List<Row> first = asText(rows).limit(MAX_TEXT_ROWS + 1).collectAsList();
        answered.run();
        first.stream().limit(MAX_TEXT_ROWS).map(row -> cells(row, "NULL")).forEach(table::add);
        out.print(table);
        if (first.size() > MAX_TEXT_ROWS) {
            out.println("  ... only the first " + MAX_TEXT_ROWS + " rows are shown; --csv or --json gives all");
        }
    }

    private void csv(Dataset<Row> rows, PrintWriter out) {
        Iterator<Row> all = asText(rows).toLocalIterator();
        boolean more = all.hasNext();
        answered.run();
        out.println(Arrays.stream(rows.columns()).map(Question::quoted).collect(Collectors.joining(",")));
        for (; more; more = all.hasNext()) {
            Row row = all.next();
            out.println(cells(row, "").stream().map(Question::quoted).collect(Collectors.joining(",")));
        }
    }

    private void json(Dataset<Row> rows, PrintWriter out) {
        Iterator<String> all = JsonRows.of(rows).toLocalIterator();
        boolean more = all.hasNext();
        answered.run();
        out.print("[");
        String separator = "\n  ";
        for (; more; more = all.hasNext()) {
            out.print(separator + all.next());
            separator = ",\n  ";
        }
        out.println("\n]");
    }

    /** Every column as text: nested ones as JSON, the others as Spark casts them. Columns are named by position: names may repeat. */
    static Dataset<Row> asText(Dataset<Row> rows) {
        StructField[] fields = rows.schema().fields();
        String[] names = positions(fields.length);
        Column[] columns = IntStream.range(0, fields.length)
                .mapToObj(i -> asText(functions.col(names[i]), fields[i].dataType()))
                .toArray(Column[]::new);
        return rows.toDF(names).select(columns);
    }

    private static String[] positions(int columns) {
        return IntStream.range(0, columns).mapToObj(i -> "c" + i).toArray(String[]::new);
    }

    private static Column asText(Column column, DataType type) {
        boolean nested = type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
        return nested ? functions.to_json(column) : column.cast(DataTypes.StringType);
    }

    private static List<String> cells(Row row, String nothing) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> row.isNullAt(i) ? nothing : row.getString(i))
                .toList();
    }

    static String quoted(String cell) {
        boolean special = cell.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.List;

/**
 * What a run would do.
 *
 * @param pipeline the pipeline's name
 * @param scope the days that it would claim
 * @param key the idempotency key
 * @param reads what it would read
 * @param writes what it would publish
 * @param notes what cannot be known before reading
 * @param days why each day is to be run or not; empty without partitions
 */
public record RunPreview(
        String pipeline,
        String scope,
        String key,
        List<Read> reads,
        List<Write> writes,
        List<String> notes,
        List<Day> days) {
    public RunPreview {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        notes = List.copyOf(notes);
        days = List.copyOf(days);
    }

    /** Returns the preview with the states of its days. */
    public RunPreview with(List<Day> states) {
        return new RunPreview(pipeline, scope, key, reads, writes, notes, states);
    }

    /** A day: whether it is due, and because of what. */
    public record Day(String day, String state, List<String> because) {}

    /** A source: how many files and bytes. */
    public record Read(String source, int files, long bytes) {}

    /**
     * A table.
     *
     * @param columns its columns as DDL
     * @param rules how many rules it is held against
     * @param claims how many partitions the run claims
     * @param replaces how many of them are live and would be replaced, or would disappear if the run has no rows for them
     * @param files how its rows are put into files
     * @param upToDate whether it already holds what the run would publish
     */
    public record Write(
            String table, String columns, int rules, int claims, int replaces, String files, boolean upToDate) {}

    /** Returns the preview as a person reads it. */
    public String text() {
        TextTable sources = new TextTable(List.of("would read", "files", "bytes"));
        reads.forEach(read ->
                sources.add(List.of(read.source(), Integer.toString(read.files()), Long.toString(read.bytes()))));
        TextTable tables =
                new TextTable(List.of("would write", "rules", "partitions", "replacing", "files", "state", "columns"));
        writes.forEach(write -> tables.add(List.of(
                write.table(),
                Integer.toString(write.rules()),
                Integer.toString(write.claims()),
                Integer.toString(write.replaces()),
                write.files(),
                write.upToDate() ? "up to date" : "to be written",
                write.columns())));
        StringBuilder text = new StringBuilder(pipeline + " " + scope + "\n\n" + sources + "\n" + tables);
        if (!days.isEmpty()) {
            TextTable states = new TextTable(List.of("day", "state", "because"));
            days.forEach(day -> states.add(List.of(day.day(), day.state(), String.join("; ", day.because()))));
            text.append('\n').append(states);
        }
        notes.forEach(note -> text.append("  note: ").append(note).append('\n'));
        return text.toString();
    }
}

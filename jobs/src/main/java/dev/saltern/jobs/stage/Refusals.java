/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The failures that a source's keys ask for, each naming every file. */
final class Refusals {
    /** Longer lists are cut: the first files tell what is wrong with the others. */
    private static final int MAX_LINES = 50;

    private final StageRequest request;

    Refusals(StageRequest request) {
        this.request = request;
    }

    void refuseUnreadable(List<UnreadableFile> unreadable) {
        if (unreadable.isEmpty() || request.source().unreadable() == Source.Unreadable.SKIP) {
            return;
        }
        boolean encoding = unreadable.stream().anyMatch(file -> file.reason().startsWith("not valid "));
        throw failure(
                unreadable.size() + " of " + request.files().files().size() + " files cannot be read whole",
                unreadable.stream().map(UnreadableFile::toString).toList(),
                encoding
                        ? "Name the encoding of the files (encoding: ISO-8859-1), mend them, or leave them out with unreadable: skip"
                        : "Mend the files, or leave them out with unreadable: skip");
    }

    void refuseDrift(List<Drift> drifts) {
        List<String> lines = new ArrayList<>();
        boolean unknownFails = request.source().unknownColumns() == Source.UnknownColumns.FAIL;
        boolean missingFails = request.source().missingColumns() == Source.MissingColumns.FAIL;
        for (Drift drift : drifts) {
            if (drift.kind() == Drift.Kind.UNKNOWN && unknownFails) {
                lines.add(drift.path() + ": the schema does not name the column '" + drift.column() + "'"
                        + nearest(drift.column(), List.of(request.schema().fieldNames()), "the schema has"));
            } else if (drift.kind() == Drift.Kind.MISSING && missingFails) {
                lines.add(drift.path() + ": the column '" + drift.column() + "' is missing"
                        + nearest(drift.column(), unknownIn(drifts, drift.path()), "the file has"));
            }
        }
        if (!lines.isEmpty()) {
            throw failure(
                    "its files differ from the schema",
                    lines,
                    "Mend the files or the schema, or allow it with unknown-columns: ignore or missing-columns: null");
        }
    }

    void refuseNoFiles() {
        if (request.source().noFiles() == Source.NoFiles.FAIL) {
            throw failure(
                    "no file was found", request.files().paths(), "Mend the path, or allow it with no-files: allow");
        }
    }

    private SalternException failure(String reason, List<String> lines, String nextStep) {
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MAX_LINES, lines.size())));
        if (lines.size() > MAX_LINES) {
            shown.add("and " + (lines.size() - MAX_LINES) + " more");
        }
        return new SalternException(
                ExitCode.STEP_FAILED,
                "Cannot stage " + request.name() + ": " + reason + "\n  " + String.join("\n  ", shown) + "\n"
                        + nextStep);
    }

    private static List<String> unknownIn(List<Drift> drifts, String path) {
        return drifts.stream()
                .filter(drift ->
                        drift.kind() == Drift.Kind.UNKNOWN && drift.path().equals(path))
                .map(Drift::column)
                .toList();
    }

    private static String nearest(String name, List<String> candidates, String lead) {
        @Nullable
        String best = candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElse(null);
        boolean near = best != null && distance(name, best) <= Math.max(1, name.length() / 3);
        return near ? " (" + lead + " '" + best + "')" : "";
    }

    /** Returns how many letters must be put in, taken out or changed, whatever their case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a run would fare on more and more slots.
 *
 * @param run what was measured
 * @param growth how many times as much there is to do
 * @param own the replay on as many slots as the run had
 * @param rows the replays, each on twice the slots of the one before
 */
public record Scaling(RecordedRun run, double growth, Replay own, List<Replay> rows) {
    /** The fewest slots that are looked at beside the run's own. */
    public static final int LEAST_SLOTS = 16;

    /** The most slots that are looked at. */
    public static final int MOST_SLOTS = 1024;

    /** A stage that twice the slots make faster by less has stopped scaling. */
    private static final double GAIN = 0.05;

    public Scaling {
        rows = List.copyOf(rows);
    }

    /** Replays a run. */
    public static Scaling of(RecordedRun run, double growth) {
        List<Replay> rows = new ArrayList<>();
        for (int slots = LEAST_SLOTS; slots <= MOST_SLOTS; slots *= 2) {
            rows.add(run.on(slots, growth));
        }
        return new Scaling(run, growth, run.on(run.cores(), growth), rows);
    }

    /** Returns the fewest of these slots from which on twice as many save less than a twentieth. */
    public int enoughSlots() {
        for (int i = 0; i + 1 < rows.size(); i++) {
            if (rows.get(i + 1).seconds() > (1 - GAIN) * rows.get(i).seconds()) {
                return rows.get(i).slots();
            }
        }
        return MOST_SLOTS;
    }

    /** Returns by how much the replay on the run's own slots misses what was measured, as a share. */
    public double error() {
        return run.on(run.cores(), 1).seconds() / run.seconds() - 1;
    }

    /** Returns it for people, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "replay of %s: %.1f s on %d slots, replayed %+.0f%%%s",
                run.run(),
                run.seconds(),
                run.cores(),
                error() * 100,
                growth == 1 ? "" : String.format(Locale.ROOT, "; each task takes %.2f times as long", growth)));
        lines.add("   slots      as cut  speed-up  cut evenly  driver alone  longest stage on the way");
        lines.add(line(own));
        rows.stream().filter(row -> row.slots() > run.cores()).map(this::line).forEach(lines::add);
        lines.add(limit(rows.get(rows.size() - 1)));
        return lines;
    }

    private String limit(Replay most) {
        String enough = "more than " + enoughSlots() + " slots save little: ";
        Span longest = most.longest();
        if (longest == null) {
            return enough + "the driver works alone";
        }
        String stage = "what stops scaling is " + longest.stage() + ", " + why(longest.stage());
        return most.driverSeconds() > longest.seconds()
                ? String.format(
                        Locale.ROOT,
                        "%sfor %.1f s of %.1f s the driver works alone; of the stages, %s",
                        enough,
                        most.driverSeconds(),
                        most.seconds(),
                        stage)
                : enough + stage;
    }

    /** Returns it for programs. */
    public Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", run.run());
        map.put("cores", run.cores());
        map.put("seconds", run.seconds());
        map.put("error", error());
        map.put("growth", growth);
        map.put("enoughSlots", enoughSlots());
        map.put("slots", rows.stream().map(this::map).toList());
        return map;
    }

    private Map<String, Object> map(Replay row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("slots", row.slots());
        map.put("seconds", row.seconds());
        map.put("speedUp", own.seconds() / row.seconds());
        map.put("evenSeconds", row.evenSeconds());
        map.put("driverSeconds", row.driverSeconds());
        Span longest = row.longest();
        if (longest != null) {
            map.put("stage", longest.stage().id());
            map.put("stageName", longest.stage().name());
            map.put("stageSeconds", longest.seconds());
        }
        return map;
    }

    private String line(Replay row) {
        Span longest = row.longest();
        return String.format(
                Locale.ROOT,
                "  %,6d  %8.1f s  %8.2f  %8.1f s  %10.1f s  %s",
                row.slots(),
                row.seconds(),
                own.seconds() / row.seconds(),
                row.evenSeconds(),
                row.driverSeconds(),
                longest == null ? "" : String.format(Locale.ROOT, "%.1f s %s", longest.seconds(), longest.stage()));
    }

    private static String why(StageRun stage) {
        return String.format(
                Locale.ROOT,
                "%d %s, the longest %.1f s of %.1f s together",
                stage.taskSeconds().size(),
                stage.taskSeconds().size() == 1 ? "task" : "tasks",
                stage.longestTask(),
                stage.taskSecondsTogether());
    }
}

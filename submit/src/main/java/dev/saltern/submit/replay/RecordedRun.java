/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A run as its report records it: its stages, how long their tasks took, and what the driver did between them.
 *
 * @param run its id
 * @param started when, in UTC, ISO 8601
 * @param cores how many of its tasks could run at once
 * @param inputBytes the size of its raw files
 * @param seconds how long it took
 * @param tailSeconds how long it took from the end of its last stage
 * @param stages what its stages took
 */
public record RecordedRun(
        String run,
        String started,
        int cores,
        long inputBytes,
        double seconds,
        double tailSeconds,
        List<StageRun> stages) {
    private static final double MILLIS = 1000;
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern TIMES = Pattern.compile("x");

    public RecordedRun {
        stages = List.copyOf(stages);
    }

    /** Reads a report; empty if it is of a run that did not publish, or that did not record its stages. */
    public static Optional<RecordedRun> of(JsonNode report) {
        JsonNode setting = report.path("setting");
        if (!report.path("verdict").asText().equals("PUBLISHED")
                || setting.path("stages").isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Double> ends = new HashMap<>();
        List<StageRun> stages = new ArrayList<>();
        for (JsonNode stage : setting.path("stages")) {
            StageRun run = stage(stage, ends);
            stages.add(run);
            ends.put(
                    run.id(),
                    stage.path("start").asDouble() + stage.path("seconds").asDouble());
        }
        double seconds = report.path("seconds").asDouble();
        return Optional.of(new RecordedRun(
                report.path("run").asText(),
                report.path("started").asText(),
                setting.path("cores").asInt(),
                setting.path("inputBytes").asLong(),
                seconds,
                Math.max(0, seconds - Collections.max(ends.values())),
                stages));
    }

    /** Returns how many times as much there is to do with so many bytes; 1 if that is not known. */
    public double growth(long bytes) {
        return bytes <= 0 || inputBytes <= 0 ? 1 : (double) bytes / inputBytes;
    }

    /**
     * Replays it.
     *
     * @param slots tasks that run at the same time
     * @param growth how many times as long each task takes; the driver takes as long as it did
     */
    public Replay on(int slots, double growth) {
        List<StageRun> grown = stages.stream().map(stage -> stage.grown(growth)).toList();
        Schedule schedule = new Schedule(slots);
        double even =
                schedule.seconds(grown.stream().map(stage -> stage.even(slots)).toList());
        return Replay.of(slots, schedule.spans(grown), even, tailSeconds);
    }

    /** Reads a stage; those that it waits for were submitted before it, and stand before it in the report. */
    private static StageRun stage(JsonNode stage, Map<Integer, Double> ends) {
        Set<Integer> waitsFor = new HashSet<>();
        double ready = 0;
        for (JsonNode before : stage.path("waitsFor")) {
            Double end = ends.get(before.asInt());
            if (end != null) {
                waitsFor.add(before.asInt());
                ready = Math.max(ready, end);
            }
        }
        int id = stage.path("stage").asInt();
        return new StageRun(
                id,
                stage.path("name").asText(),
                waitsFor,
                Math.max(0, stage.path("start").asDouble() - ready),
                tasks(id, stage.path("taskMillis").asText()));
    }

    /** Reads the durations. In which order they came is not recorded: it is drawn, so that no replay is luckier than the run. */
    private static List<Double> tasks(int stage, String text) {
        List<Double> tasks = new ArrayList<>();
        for (String group : text.isEmpty() ? new String[0] : BLANK.split(text, -1)) {
            String[] parts = TIMES.split(group, -1);
            int count = parts.length == 1 ? 1 : Integer.parseInt(parts[0]);
            tasks.addAll(Collections.nCopies(count, Double.parseDouble(parts[parts.length - 1]) / MILLIS));
        }
        Collections.shuffle(tasks, new Random(stage));
        return tasks;
    }
}

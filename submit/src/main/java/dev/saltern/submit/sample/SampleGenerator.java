/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes raw sensor files: readings as gzipped NDJSON, the sensor list and the notes as CSV, and the truth about each day.
 *
 * <p>Deterministic: the same seed, rows, sensors, dirt and hot share give the same lines of a day, whatever other days are written with it.
 * The gzip header carries no time, so that the files are equal byte by byte where the zlib is the same.
 *
 * <p>Files of an earlier call for the same day are replaced.
 */
public final class SampleGenerator {
    private static final long MIN_PARTS = 4;
    private static final long MAX_ROWS_PER_PART = 500_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final SampleSpec spec;

    public SampleGenerator(SampleSpec spec) {
        this.spec = spec;
    }

    /**
     * Writes every file.
     *
     * @throws IOException if a file cannot be written
     */
    public SampleReport generate() throws IOException {
        List<String> sensors = new SensorList(spec).records();
        String sensorFile = "sensors/sensors.csv";
        writeText(sensorFile, SensorList.header(), sensors, StandardCharsets.UTF_8);
        List<DayTruth> days = new ArrayList<>();
        List<String> files = new ArrayList<>(List.of(sensorFile));
        for (int i = 0; i < spec.days(); i++) {
            DayTruth day = writeDay(spec.firstDay().plusDays(i));
            days.add(day);
            files.addAll(day.files());
        }
        return new SampleReport(files, sensors.size(), days);
    }

    private DayTruth writeDay(LocalDate date) throws IOException {
        List<String> notes = new NoteDay(spec.seed(), date).records();
        String noteFile = "notes/" + date + ".csv";
        writeText(noteFile, NoteDay.header(), notes, StandardCharsets.ISO_8859_1);
        DayTruth truth = writeReadings(date, noteFile, notes.size());
        Path truthFile = file("_truth/" + date + ".json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(truthFile.toFile(), truth.asMap());
        return truth;
    }

    private DayTruth writeReadings(LocalDate date, String noteFile, int notes) throws IOException {
        String folder = "readings/dt=" + date + "/";
        removeOldParts(Files.createDirectories(spec.out().resolve(folder)));
        ReadingDay day = new ReadingDay(spec, date);
        Map<Dirt, Long> dirt = new EnumMap<>(Dirt.class);
        for (Dirt kind : Dirt.values()) {
            dirt.put(kind, 0L);
        }
        List<String> files = new ArrayList<>();
        long parts = Math.min(spec.rows(), Math.max(MIN_PARTS, (spec.rows() - 1) / MAX_ROWS_PER_PART + 1));
        for (long part = 0; part < parts; part++) {
            String name = folder + String.format(Locale.ROOT, "part-%05d.ndjson.gz", part);
            writePart(file(name), day, part * spec.rows() / parts, (part + 1) * spec.rows() / parts, dirt);
            files.add(name);
        }
        files.add(noteFile);
        long dirty = dirt.values().stream().mapToLong(Long::longValue).sum();
        return new DayTruth(date, files, spec.rows(), spec.rows() - dirty, day.hotLines(), dirt, notes);
    }

    private static void writePart(Path file, ReadingDay day, long from, long to, Map<Dirt, Long> dirt)
            throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            StringBuilder lines = new StringBuilder();
            for (long index = from; index < to; index++) {
                ReadingDay.Line line = day.line(index);
                line.dirt().ifPresent(kind -> dirt.merge(kind, 1L, Long::sum));
                lines.append(line.text()).append('\n');
                if (lines.length() > BUFFER_BYTES || index + 1 == to) {
                    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                    lines.setLength(0);
                }
            }
        }
    }

    private static void removeOldParts(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "part-*.ndjson.gz")) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }

    private void writeText(String name, String header, List<String> records, Charset charset) throws IOException {
        Files.writeString(file(name), header + String.join("", records), charset);
    }

    private Path file(String name) throws IOException {
        Path file = spec.out().resolve(name);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return file;
    }
}

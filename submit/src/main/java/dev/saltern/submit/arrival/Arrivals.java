/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Source;
import dev.saltern.submit.aws.Address;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is done with a file that has come. */
public final class Arrivals {
    private static final String HIDDEN = "_.";

    private final Pipeline pipeline;
    private final RawFiles files;
    private final DayStarts starts;

    /**
     * Knows a pipeline.
     *
     * @param files where raw files are read and set aside
     * @param starts what starts a day
     */
    public Arrivals(Pipeline pipeline, RawFiles files, DayStarts starts) {
        this.pipeline = pipeline;
        this.files = files;
        this.starts = starts;
    }

    /** Accepts or refuses the file, and starts its day; returns what was done. The same event again does nothing more. */
    public Map<String, Object> handle(FileEvent event) {
        Optional<Source> found = source(event.file());
        if (found.isEmpty() || HIDDEN.indexOf(event.file().name().charAt(0)) >= 0) {
            return told(event, "ignored", "no source reads it");
        }
        Source source = found.get();
        Optional<String> problem = FileCheck.problem(source, event.file().name(), event.bytes());
        if (problem.isEmpty()) {
            Optional<FileHead> head = files.head(event.file(), event.bytes());
            if (head.isEmpty()) {
                return told(event, "gone", "it is no longer there");
            }
            problem = FileCheck.problem(source, event.file().name(), head.get());
        }
        if (problem.isPresent()) {
            Address aside = files.setAside(event.file(), problem.get());
            return told(event, "refused", problem.get() + "; it is set aside as " + aside);
        }
        Optional<LocalDate> day = SourcePattern.of(source.path()).day(event.file());
        return day.isEmpty()
                ? told(event, "accepted", "it starts no day: its name holds none")
                : told(event, "accepted", starts.start(pipeline.name(), day.get(), event.time()));
    }

    private Optional<Source> source(Address file) {
        return pipeline.sources().values().stream()
                .filter(source -> SourcePattern.of(source.path()).matches(file))
                .findFirst();
    }

    private static Map<String, Object> told(FileEvent event, String outcome, String reason) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", event.file().toString());
        told.put("outcome", outcome);
        told.put("reason", reason);
        return told;
    }
}

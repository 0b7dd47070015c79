/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.ObjectStore;
import dev.saltern.submit.replay.RecordedRun;
import dev.saltern.submit.request.LaunchSpec;
import dev.saltern.submit.size.PastRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reports that jobs leave in the lake. */
public final class RunReports {
    private static final int LOOKED_AT = 10;
    private static final int MAX_PAST = 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Clocks of a cluster and of S3 differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final ObjectStore objects;
    private final Address folder;

    /** Opens the reports of the pipeline that is launched. */
    public static RunReports of(Work work) {
        return new RunReports(
                work.aws().objects(),
                work.spec().environment().lake(),
                work.spec().pipeline());
    }

    /** Returns the newest report of a launch that began then. */
    public Optional<RunView> find(LaunchSpec spec, Instant began) {
        return find(spec.id().text(), spec.scope(), began);
    }

    /** Opens the reports of a pipeline. */
    public RunReports(ObjectStore objects, String lake, String pipeline) {
        this.objects = objects;
        this.folder = Address.parse(lake).child("_reports").child(pipeline);
    }

    /** Returns the newest report of the launch: the one that names it, else one of the same days that was written since. */
    public Optional<RunView> find(String launch, String scope, Instant since) {
        List<RunView> recent =
                newest(since.minus(SKEW), LOOKED_AT).map(RunReports::read).toList();
        return recent.stream()
                .filter(report -> report.launch().equals(launch))
                .findFirst()
                .or(() -> recent.stream()
                        .filter(report -> report.launch().isEmpty()
                                && report.scope().equals(scope)
                                && !Instant.parse(report.started()).isBefore(since.minus(SKEW)))
                        .findFirst());
    }

    /** Returns the newest report that names the launch, whole. */
    public Optional<JsonNode> whole(String launch, Instant since) {
        return newest(since.minus(SKEW), LOOKED_AT)
                .map(file -> parse(file.text()))
                .filter(report -> report.path("setting").path("launch").asText().equals(launch))
                .findFirst();
    }

    /** Returns the newest runs that published and said under what: the next one is sized by them. */
    public List<PastRun> past() {
        return newest(Instant.EPOCH, MAX_PAST)
                .map(ObjectStore.Tagged::text)
                .map(RunReports::parse)
                .filter(report -> report.path("verdict").asText().equals("PUBLISHED"))
                .map(report -> new PastRun(
                        report.path("setting").path("inputBytes").asLong(),
                        report.path("setting").path("cores").asDouble(),
                        report.path("seconds").asDouble()))
                .filter(run -> run.inputBytes() > 0 && run.cores() > 0 && run.seconds() > 0)
                .toList();
    }

    /** Returns the newest run that published and recorded what its stages took, for a replay on more processors. */
    public Optional<RecordedRun> recorded() {
        return newest(Instant.EPOCH, MAX_PAST)
                .map(file -> RecordedRun.of(parse(file.text())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<ObjectStore.Tagged> newest(Instant since, int max) {
        return objects.list(new Address(folder.bucket(), folder.key() + "/")).stream()
                .filter(file -> file.address().key().endsWith(".json"))
                .filter(file -> file.modified().isAfter(since))
                .sorted(Comparator.comparing(
                                (ObjectStore.Stored file) -> file.address().key())
                        .reversed())
                .limit(max)
                .flatMap(file -> objects.find(file.address()).stream());
    }

    private static RunView read(ObjectStore.Tagged file) {
        return RunView.of(parse(file.text()));
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a report: it is no JSON", e);
        }
    }
}

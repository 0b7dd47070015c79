/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Content;
import dev.saltern.submit.aws.ObjectStore;
import dev.saltern.submit.request.LaunchSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a launch leaves in the lake, {@code _launches/<pipeline>/<launch>.json}: where it ran, how it ended, what it cost; and before it
 * what that should be.
 */
public final class LaunchRecord {
    private static final String FOLDER = "_launches";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LaunchRecord() {}

    /** Returns the folder of a pipeline's records. */
    public static Address folder(String lake, String pipeline) {
        return Address.parse(lake).child(FOLDER).child(pipeline);
    }

    /** Returns where the lease of some days and a key is. */
    public static Address lease(String lake, String pipeline, String scope, String key) {
        return Address.parse(lake)
                .child(FOLDER)
                .child("_leases")
                .child(pipeline)
                .child(scope + "-" + key + ".json");
    }

    /** Returns the record of an outcome. */
    public static Map<String, Object> of(Work work, String on, Outcome outcome, double seconds) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("launch", work.spec().id().text());
        record.put("pipeline", work.spec().pipeline());
        record.put("scope", work.spec().scope());
        record.put("on", on);
        record.put("ids", outcome.ids());
        record.put("exitCode", outcome.verdict().exitCode().code());
        record.put("message", outcome.verdict().message());
        outcome.report().ifPresent(report -> {
            record.put("run", report.run());
            record.put("jobSeconds", report.seconds());
        });
        record.put("seconds", seconds);
        record.put("estimatedSeconds", work.sizing().total().toSeconds());
        record.put("inputBytes", work.sizing().inputBytes());
        record.put("cores", work.sizing().cores());
        outcome.cost().ifPresent(cost -> {
            record.put("usd", cost.usd());
            record.put("machineSeconds", cost.machineSeconds());
            record.put("machines", cost.lines());
            if (work.prices() != null) {
                record.put("prices", work.prices().source());
            }
        });
        return record;
    }

    /**
     * Writes what a launch should take and cost, {@code <launch>.estimate.json} beside its record, before anything is started: the job
     * itself shows it in its report, and is over before the record is written.
     */
    public static void writeEstimate(ObjectStore objects, String lake, LaunchSpec spec, Map<String, Object> estimate) {
        write(objects, folder(lake, spec.pipeline()).child(spec.id().text() + ".estimate.json"), estimate);
    }

    /** Writes the record. */
    public static void write(ObjectStore objects, String lake, Map<String, Object> record) {
        write(
                objects,
                folder(lake, String.valueOf(record.get("pipeline"))).child(record.get("launch") + ".json"),
                record);
    }

    private static void write(ObjectStore objects, Address address, Map<String, Object> content) {
        try {
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
            var unused = objects.putIfAbsent(address, Content.of(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the record of a launch", e);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A DAG for Airflow (MWAA) that runs a day on a transient cluster. */
public final class AirflowDag {
    private static final String TEMPLATE = "airflow.py";
    private static final String DAY = "{{ data_interval_start | ds }}";
    private static final String LAUNCH = "{{ ts_nodash }}";

    private AirflowDag() {}

    /**
     * Returns the file to put into the DAG folder.
     *
     * @param expression when, as Airflow's cron: {@code 0 2 * * *}
     * @param lake where the reports of the runs are
     */
    public static String of(DayRequest request, String expression, String region, String lake) {
        String members = Json.pretty(request.startedBy("airflow")
                .with(text -> text.replace(OpenWords.DAY, DAY).replace(OpenWords.LAUNCH, LAUNCH)));
        return template()
                .replace("@service-role@", role(request, "ServiceRole"))
                .replace("@instance-profile@", role(request, "JobFlowRole"))
                .replace("@pipeline@", request.pipeline())
                .replace("@schedule@", expression)
                .replace("@region@", region)
                .replace("@lake@", lake)
                .replace("@deadline-minutes@", Long.toString(request.deadline().toMinutes()))
                .replace("@request@", members.replace("\\", "\\\\"));
    }

    private static String role(DayRequest request, String member) {
        return String.valueOf(request.members().get(member));
    }

    private static String template() {
        try (InputStream in = AirflowDag.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("Cannot read " + TEMPLATE + ": it is not beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TEMPLATE, e);
        }
    }
}

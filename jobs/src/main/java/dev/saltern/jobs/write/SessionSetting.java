/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Settings that a piece of work needs and that must not outlive it. */
public final class SessionSetting {
    private SessionSetting() {}

    static void during(SparkSession session, String key, String value, Runnable work) {
        during(session, Map.of(key, value), work);
    }

    /** Does the work under the settings, and sets back what they were before. */
    public static void during(SparkSession session, Map<String, String> settings, Runnable work) {
        Map<String, Option<String>> before = new HashMap<>();
        settings.forEach((key, value) -> {
            before.put(key, session.conf().getOption(key));
            session.conf().set(key, value);
        });
        try {
            work.run();
        } finally {
            before.forEach((key, value) -> {
                if (value.isDefined()) {
                    session.conf().set(key, value.get());
                } else {
                    session.conf().unset(key);
                }
            });
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import org.apache.spark.sql.SparkSession;
import scala.Option;

/** A setting that a piece of work needs and that must not outlive it. */
final class SessionSetting {
    private SessionSetting() {}

    static void during(SparkSession session, String key, String value, Runnable work) {
        Option<String> before = session.conf().getOption(key);
        session.conf().set(key, value);
        try {
            work.run();
        } finally {
            if (before.isDefined()) {
                session.conf().set(key, before.get());
            } else {
                session.conf().unset(key);
            }
        }
    }
}

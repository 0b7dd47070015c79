/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of everything that is launched: from them reap knows what it may end, and the bill whose it is. */
public final class Tags {
    /** Every tag of Saltern's begins so. */
    public static final String PREFIX = "saltern:";

    /** The pipeline's name. */
    public static final String PIPELINE = PREFIX + "pipeline";

    /** The days. */
    public static final String SCOPE = PREFIX + "scope";

    /** What stands for the days of a cluster that removes what nothing needs. */
    public static final String UPKEEP = "gc";

    /** The key of the work. */
    public static final String KEY = PREFIX + "key";

    /** The launch's id. */
    public static final String LAUNCH = PREFIX + "launch";

    /** Who is asked. */
    public static final String OWNER = PREFIX + "owner";

    /** When what is still there is an orphan, ISO 8601. */
    public static final String EXPIRES = PREFIX + "expires";

    /** How {@link #EXPIRES} begins where only a span from the creation is known, as on a schedule: {@code after 150m}. */
    public static final String AFTER = "after ";

    /** The lake, from which a stranger finds the launch's record. */
    public static final String LAKE = PREFIX + "lake";

    /** Who started it: a launch by hand, the machine, a schedule or Airflow. The machine tells of its failures itself. */
    public static final String STARTER = PREFIX + "starter";

    /** The tag without which EMR's managed policy lets its role start nothing. */
    private static final String MANAGED = "for-use-with-amazon-emr-managed-policies";

    private Tags() {}

    /** Returns the tags of a launch, the account's own last. */
    public static Map<String, String> of(LaunchSpec spec) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(PIPELINE, spec.pipeline());
        tags.put(SCOPE, spec.scope());
        tags.put(KEY, spec.id().key());
        tags.put(LAUNCH, spec.id().text());
        tags.put(OWNER, spec.account().owner());
        tags.put(EXPIRES, spec.expires().toString());
        tags.put(LAKE, spec.environment().lake());
        tags.put(STARTER, "launch");
        tags.put(MANAGED, "true");
        spec.account().tags().forEach(tags::putIfAbsent);
        return tags;
    }
}

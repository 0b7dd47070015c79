/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The named frames of one run: sources and the steps done so far, visible to SQL in one session. Not thread-safe. */
public final class Views {
    private final SparkSession session;
    private final Map<String, Dataset<Row>> frames = new LinkedHashMap<>();

    /** Creates the views of a session that nobody else uses: their names would collide. */
    public Views(SparkSession session) {
        this.session = session;
    }

    /** Returns the session that sees the views. */
    public SparkSession session() {
        return session;
    }

    /** Names a frame, or replaces the frame of that name. */
    public void put(String name, Dataset<Row> frame) {
        frame.createOrReplaceTempView(name);
        frames.put(name, frame);
    }

    /** Returns the frame of that name. */
    public Dataset<Row> require(String name) {
        Dataset<Row> frame = frames.get(name);
        if (frame == null) {
            throw new IllegalStateException("Cannot find view '" + name + "': it was not computed");
        }
        return frame;
    }

    /** Returns all frames by name. */
    public Map<String, Dataset<Row>> all() {
        return Collections.unmodifiableMap(frames);
    }

    /** Returns the columns of all frames by name. */
    public Map<String, StructType> schemas() {
        Map<String, StructType> schemas = new LinkedHashMap<>();
        frames.forEach((name, frame) -> schemas.put(name, frame.schema()));
        return schemas;
    }

    /** Returns whether there is a frame of that name. */
    public boolean contains(String name) {
        return frames.containsKey(name);
    }
}

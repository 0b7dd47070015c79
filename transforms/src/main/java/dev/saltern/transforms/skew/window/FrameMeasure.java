/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What is taken of the values in a frame; NULL values are left out. */
public enum FrameMeasure {
    /** Their mean: {@code DOUBLE}, or {@code DECIMAL} of decimals. */
    AVG,
    /** Their sum: {@code BIGINT}, {@code DOUBLE}, or {@code DECIMAL} of decimals. */
    SUM,
    /** The least; NaN is above every number. */
    MIN,
    /** The greatest; NaN is above every number. */
    MAX,
    /** How many there are: {@code BIGINT}. */
    COUNT;

    Column of(Column values) {
        return switch (this) {
            case AVG -> functions.avg(values);
            case SUM -> functions.sum(values);
            case MIN -> functions.min(values);
            case MAX -> functions.max(values);
            case COUNT -> functions.count(values);
        };
    }

    boolean needsNumbers() {
        return this == AVG || this == SUM;
    }
}

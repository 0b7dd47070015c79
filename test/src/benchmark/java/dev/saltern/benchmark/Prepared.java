/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import dev.saltern.transforms.skew.SkewReceipt;
import dev.saltern.transforms.skew.Treated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;

/**
 * A step that is ready to run.
 *
 * @param rows its result
 * @param settings what to run it under
 * @param receipts what was done and why, one of each treated step
 */
record Prepared(Dataset<Row> rows, Map<String, String> settings, List<SkewReceipt> receipts) {
    /** Copies the collections. */
    Prepared {
        settings = Map.copyOf(settings);
        receipts = List.copyOf(receipts);
    }

    static Prepared of(Treated treated) {
        return new Prepared(treated.rows(), treated.settings(), List.of(treated.receipt()));
    }

    Prepared withRows(Dataset<Row> others) {
        return new Prepared(others, settings, receipts);
    }

    Prepared under(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Prepared(rows, all, receipts);
    }

    /** Puts a step after this one; both are run under the settings of both. */
    Prepared then(Prepared next) {
        return new Prepared(
                next.rows,
                under(next.settings).settings,
                Stream.concat(receipts.stream(), next.receipts.stream()).toList());
    }

    boolean isSameAs(Prepared other) {
        return settings.equals(other.settings)
                && rows.queryExecution()
                        .optimizedPlan()
                        .sameResult(other.rows.queryExecution().optimizedPlan());
    }

    String treatments() {
        return receipts.stream().map(receipt -> receipt.treatment().label()).collect(Collectors.joining(", "));
    }

    String reasons() {
        return receipts.stream()
                .map(receipt -> receipt.reason()
                        + receipt.declined().stream()
                                .map(sentence -> "; declined " + sentence)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(". Then: "));
    }

    /** Runs an action under the settings, and sets the session back. */
    <T> T run(Supplier<T> action) {
        RuntimeConfig session = rows.sparkSession().conf();
        Map<String, String> before = new HashMap<>();
        settings.keySet().forEach(key -> session.getOption(key).foreach(value -> before.put(key, value)));
        try {
            settings.forEach(session::set);
            return action.get();
        } finally {
            settings.keySet().forEach(session::unset);
            before.forEach(session::set);
        }
    }
}

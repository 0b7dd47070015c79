/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import java.util.Map;

/**
 * What is to be done about a join.
 *
 * @param treatment what is done
 * @param reason why, with the numbers
 * @param declined what is not done, one sentence each
 * @param broadcast side whose hot rows are broadcast
 * @param salts how many salts each hot key gets
 * @param nullSalts salts over which kept rows with a NULL key are spread, 1 if they are not
 * @param settings settings of Spark that the join needs
 * @param rowsAdded copies of rows that are made
 */
record Choice(
        Treatment treatment,
        String reason,
        List<String> declined,
        Reach broadcast,
        List<SaltCount> salts,
        int nullSalts,
        Map<String, String> settings,
        long rowsAdded) {
    /** Copies the collections. */
    Choice {
        declined = List.copyOf(declined);
        salts = List.copyOf(salts);
        settings = Map.copyOf(settings);
    }

    /** Which side's hot rows are sent to every task. */
    enum Reach {
        NEITHER,
        LEFT,
        RIGHT
    }

    static Choice plain(Treatment treatment, String reason, List<String> declined, Map<String, String> settings) {
        return new Choice(treatment, reason, declined, Reach.NEITHER, List.of(), 1, settings, 0);
    }
}

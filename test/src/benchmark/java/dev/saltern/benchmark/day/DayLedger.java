/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The rounds so far, also those of earlier calls, so that a page can be measured in parts. To be deleted when the code has changed.
 *
 * @param file one JSON line per round
 */
record DayLedger(Path file) {
    void add(DayRound round) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                new ObjectMapper().writeValueAsString(round) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    List<DayRound> rounds() throws IOException {
        List<DayRound> rounds = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                rounds.add(new ObjectMapper().readValue(line, DayRound.class));
            }
        }
        return rounds;
    }
}

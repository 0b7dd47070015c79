/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The notes that people wrote at the sites on one day: quoted, over several lines, with umlauts. */
final class NoteDay {
    private static final int PURPOSE = 4;
    private static final String NULL_TOKEN = "-";
    private static final List<String> AUTHORS = List.of("J. Müller", "A. Groß", "Zoë Åberg", NULL_TOKEN);
    private static final List<String> NOTES = List.of(
            "Filter gewechselt;\nLüfter läuft wieder.",
            "Tür stand offen.\n\nSiehe Foto \"N7\".",
            "Alles in Ordnung",
            "Fühler geölt;\nMessung pausiert 10:00-10:15");

    private final long seed;
    private final LocalDate day;

    NoteDay(long seed, LocalDate day) {
        this.seed = seed;
        this.day = day;
    }

    static String header() {
        return new CsvLine(";").of("site", "author", "note", "follow_up");
    }

    /** Returns the records, without the header: one per site. */
    List<String> records() {
        RandomStream random = RandomStream.of(seed, PURPOSE, day.toEpochDay());
        CsvLine csv = new CsvLine(";");
        List<String> records = new ArrayList<>();
        for (String site : SensorList.SITES) {
            String author = AUTHORS.get(random.below(AUTHORS.size()));
            String note = NOTES.get(random.below(NOTES.size()));
            LocalDate followUp = day.plusDays(1 + random.below(14));
            records.add(csv.of(site, author, note, random.below(3) > 0 ? NULL_TOKEN : followUp.toString()));
        }
        return records;
    }
}

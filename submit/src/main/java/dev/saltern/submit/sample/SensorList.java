/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The list of installed sensors: the same for every day; a few sensors that send readings are missing from it. */
final class SensorList {
    /** The places that sensors stand at. */
    static final List<String> SITES = List.of("Altstadt", "Nordhafen", "Südpark", "Messe, Halle 4");

    private static final int PURPOSE = 3;
    private static final String NULL_TOKEN = "NA";
    private static final LocalDate FIRST_INSTALLED = LocalDate.of(2021, 1, 4);
    private static final List<String> ROOMS =
            List.of("Roof", "Cellar", "Lab 2, east wing", "Room \"Blue\"", "Pump house", "Server room, rack 7");

    private final SampleSpec spec;

    SensorList(SampleSpec spec) {
        this.spec = spec;
    }

    /** Returns whether the sensor is left out: every 20th, and never the hot one. */
    static boolean missing(int sensor) {
        return sensor % 20 == 0;
    }

    /** Returns the records, without the header. */
    List<String> records() {
        CsvLine csv = new CsvLine(",");
        List<String> records = new ArrayList<>();
        for (int sensor = 1; sensor <= spec.sensors(); sensor++) {
            if (!missing(sensor)) {
                records.add(csv.of(cells(sensor)));
            }
        }
        return records;
    }

    static String header() {
        return new CsvLine(",").of("sensor_id", "site", "room name", "geo.lat", "geo.lon", "installed");
    }

    private String[] cells(int sensor) {
        RandomStream random = RandomStream.of(spec.seed(), PURPOSE, sensor);
        String site = SITES.get(random.below(SITES.size()));
        String room = ROOMS.get(random.below(ROOMS.size()));
        boolean located = random.below(10) > 0;
        String latitude = degrees(53_500_000 + random.below(90_000));
        String longitude = degrees(9_900_000 + random.below(180_000));
        String installed = FIRST_INSTALLED.plusDays(random.below(1500)).toString();
        return new String[] {
            Reading.sensorId(sensor),
            site,
            room,
            located ? latitude : NULL_TOKEN,
            located ? longitude : NULL_TOKEN,
            random.below(12) > 0 ? installed : NULL_TOKEN
        };
    }

    private static String degrees(int microDegrees) {
        return BigDecimal.valueOf(microDegrees, 6).toPlainString();
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import static dev.saltern.test.protocol.FaultCase.EMPTY;
import static dev.saltern.test.protocol.FaultCase.NEW;
import static dev.saltern.test.protocol.FaultCase.OTHER;

import dev.saltern.test.weather.Weather;
import java.util.List;

/**
 * A kind of trouble with S3 and Glue, of which each seed makes one schedule.
 *
 * @param name what the table of results calls it
 * @param scenario what is done: its processes run in bad weather, one behind the other or at once, and all else in fair weather
 * @param weather how bad it is
 * @param deaths up to which request a process may die; 0 for none
 * @param atOnce whether the processes run at once; what comes of it then is not decided by the seed alone
 * @param isForeign whether others change the catalog, so that readers are safe only behind the next run
 */
record CloudCase(String name, Scenario scenario, Weather weather, int deaths, boolean atOnce, boolean isForeign) {
    /** About as many requests as a publish of two days makes. */
    private static final int REQUESTS = 60;

    /** Returns every case. */
    static List<CloudCase> all() {
        return List.of(
                of("requests and answers get lost, of every class", Weather.DISCONNECTED, 0, NEW),
                of("500 and 503, before and after the work is done; 409", Weather.TROUBLED, 0, NEW, OTHER),
                of("Glue says Rate exceeded, refuses entries and leaves keys", Weather.CROWDED, 0, NEW, OTHER),
                of("a process dies at some request and is run again", Weather.FAIR, REQUESTS, NEW),
                of("all of that", Weather.FOUL, REQUESTS, NEW, OTHER),
                new CloudCase("some of a hundred entries", FaultCase.hundred(), Weather.CROWDED, 0, false, false),
                atOnce("two runs of a day at once, same input", NEW, NEW.again(3)),
                atOnce("two runs of a day at once, other input", NEW, OTHER),
                new CloudCase(
                        FaultCase.FIRST, FaultCase.first(List.of(NEW, OTHER)), Weather.FOUL, REQUESTS, true, false),
                of("an empty day", Weather.FOUL, 0, EMPTY, OTHER),
                of("a run whose audit fails", Weather.FOUL, 0, NEW.refused(), OTHER),
                foreign("partitions dropped by others", Foreign.Deed.DROP),
                foreign("a partition overwritten by others", Foreign.Deed.OVERWRITE),
                new CloudCase("a rollback during a publish", beside(), Weather.FOUL, REQUESTS, true, false),
                behind("a rollback that dies", new Rollback(70, 1)),
                behind("garbage collection that dies", new Collector(80, 1, 2), new Tick(3), new Collector(81, 1, 2)));
    }

    /** Something that is done when two versions are published. */
    private static CloudCase behind(String name, Program... programs) {
        Scenario usual = FaultCase.scenario(List.of(NEW));
        Scenario scenario = new Scenario("", List.of(FaultCase.OLD, NEW), List.of(programs), 0, 0, usual.after());
        return new CloudCase(name, scenario, Weather.FOUL, REQUESTS / 2, false, false);
    }

    /** A run and a rollback of the one before it. */
    private static Scenario beside() {
        Scenario usual = FaultCase.scenario(List.of(OTHER));
        return new Scenario("", List.of(FaultCase.OLD, NEW), List.of(OTHER, new Rollback(70, 1)), 0, 0, usual.after());
    }

    private static CloudCase of(String name, Weather weather, int deaths, Program... programs) {
        return new CloudCase(name, FaultCase.scenario(List.of(programs)), weather, deaths, false, false);
    }

    private static CloudCase atOnce(String name, Program... programs) {
        return new CloudCase(name, FaultCase.scenario(List.of(programs)), Weather.FOUL, REQUESTS, true, false);
    }

    private static CloudCase foreign(String name, Foreign.Deed deed) {
        return new CloudCase(
                name, FaultCase.scenario(List.of(NEW, new Foreign(75, deed))), Weather.FOUL, 0, false, true);
    }
}

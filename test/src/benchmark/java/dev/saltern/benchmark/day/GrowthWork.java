/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of Saltern over all days of a point.
 *
 * @param lake the lake of this process, which opens no other
 */
record GrowthWork(Path lake) implements DayWork {
    @Override
    public DayPhases run(Path unused, Path point) throws IOException {
        String name = point.getFileName().toString();
        GrowthData data = new GrowthData(GrowthPoint.named(name), point);
        SalternRun run = SalternRun.published(List.of(
                "run",
                name,
                "--from",
                GrowthData.FIRST.toString(),
                "--to",
                data.last().toString(),
                "--conf",
                point.resolve("conf").toString(),
                "--env",
                "benchmark",
                "--set",
                "raw=" + point.resolve("raw"),
                "--set",
                "lake=" + lake));
        long kept = run.report().path("sources").path(0).path("kept").asLong();
        if (kept != data.point().rows() - data.point().rows() / 100) {
            throw new IllegalStateException("Cannot count on this run: it kept " + kept + " rows of " + name);
        }
        return run.phases();
    }
}

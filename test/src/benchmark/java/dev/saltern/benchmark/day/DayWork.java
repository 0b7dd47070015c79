/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** One way to make the tables of a day. */
interface DayWork {
    /**
     * Makes the tables of the day.
     *
     * @param raw the folder of the raw files
     * @param out the folder that receives a folder for each table, not there yet
     * @return seconds by what was done in them, as far as the contestant tells
     */
    DayPhases run(Path raw, Path out) throws IOException, SQLException;
}

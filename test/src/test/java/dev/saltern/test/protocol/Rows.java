/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.RowCounter;
import dev.saltern.jobs.publish.run.DataFiles;

/** Data files whose lines are rows. */
interface Rows extends DataFiles, RowCounter {
    /**
     * Writes a data file.
     *
     * @param isLocal whether it is of no importance when others see it
     */
    void write(String path, String content, boolean isLocal);
}

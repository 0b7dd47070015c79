/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.jobs.publish.store.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what stands in the data files of a run. */
public interface DataFiles {
    /**
     * What a footer says.
     *
     * @param file the file
     * @param rows its rows
     * @param columns the names of its columns
     */
    record Footer(StoredFile file, long rows, Set<String> columns) {
        public Footer {
            columns = Set.copyOf(columns);
        }
    }

    /**
     * What one partition holds.
     *
     * @param rows the rows that were read
     * @param checksum 32 hex digits that depend on the rows alone, not on their order or their files
     */
    record Sum(long rows, String checksum) {}

    /**
     * Returns the footer of each file, in the order of the files.
     *
     * @throws dev.saltern.conf.SalternException naming the first file that is not whole
     */
    List<Footer> footers(List<StoredFile> files);

    /**
     * Reads every row below a folder and returns what each partition holds, by its values.
     *
     * @param table what the folder's files hold
     * @param folder a folder with Hive-style partition folders, relative to the lake's root
     */
    Map<Map<String, String>, Sum> sums(TableSpec table, String folder);
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What a run left for OpenSearch. */
final class SearchCopies {
    private SearchCopies() {}

    /** Returns the lines of all files below a folder of a lake. */
    static List<String> lines(LakeStore lake, String folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (StoredFile file : lake.files(folder)) {
            if (file.path().endsWith(".gz")) {
                byte[] packed = lake.read(file.path()).orElseThrow();
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(lines::add);
                }
            }
        }
        return lines;
    }
}

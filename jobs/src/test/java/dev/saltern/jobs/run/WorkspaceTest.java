/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.publish.run.RunId;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final RunId RUN = new RunId("20260131-0000abcd-01KG3Z5YV0Q4M7T2B8D6N9R1A2");

    @Test
    void lakeMayBeNamedByARelativePath(@TempDir Path folder) throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(folder);
        try (Workspace workspace = Workspace.open(relative.toString(), "p", RUN, new Configuration())) {
            assertThat(workspace.path("steps")).endsWith("_staging/p/" + RUN.text() + "/steps");
            assertThat(folder.resolve("_staging/p").resolve(RUN.text())).isDirectory();
        }
        assertThat(folder.resolve("_staging/p").resolve(RUN.text())).doesNotExist();
    }
}

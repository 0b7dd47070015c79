/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which files are taken and which are set aside. */
class ArrivalChecksTest extends Arriving {
    @Test
    void badFilesAreSetAsideWithAReason() throws IOException {
        refused("in/readings/dt=2026-01-31/a.json", "", "it is empty");
        refused("in/readings/dt=2026-01-31/a.csv", "a,b\n", "its name ends with .csv, which is not that of json");
        refused("in/readings/dt=2026-01-31/a.json.gz", GOOD, "it does not begin as gzip does");
        refused("in/readings/dt=2026-01-31/b.json", "PAR1 and more", "it begins as a file that is no text");
        refused("in/readings/dt=2026-01-31/c.json", "<html>no</html>\n", "of the last of them it is no JSON");
        refused("in/readings/dt=2026-01-31/d.json", "{\"temperature\": 1}\n", "of the last of them it has no \"ts\"");
        refused("in/sensors/list.csv", "sensor,place\n1,2\n", "its first line names no column \"sensor_id\"");
        assertThat(executions()).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("outcome=refused");
        Map<String, Object> again = one(function.handle(event("in/sensors/list.csv", 20, "2026-02-01T00:10:00Z")));
        assertThat(again).containsEntry("outcome", "gone");
    }

    private void refused(String key, String content, String reason) throws IOException {
        Map<String, Object> told = arrives(key, content.getBytes(StandardCharsets.UTF_8), "2026-02-01T00:10:00Z");
        assertThat(told).containsEntry("outcome", "refused");
        assertThat(told.get("reason").toString()).contains(reason, "s3://salt-raw/_refused/" + key);
        assertThat(objects.listObjectsV2(list -> list.bucket("salt-raw").prefix(key))
                        .contents())
                .isEmpty();
        assertThat(objects.listObjectsV2(list -> list.bucket("salt-raw").prefix("_refused/" + key))
                        .contents())
                .hasSize(2);
    }

    @Test
    void oneGoodRowAmongBadOnesIsEnough() throws IOException {
        String mixed = "nonsense\n" + GOOD + "{}\n";
        assertThat(arrives(
                        "in/readings/dt=2026-01-31/a.json",
                        mixed.getBytes(StandardCharsets.UTF_8),
                        "2026-02-01T00:10:00Z"))
                .containsEntry("outcome", "accepted");
    }

    @Test
    void filesOfNoSourceAndThoseOfNoDayStartNothing() throws IOException {
        assertThat(arrives("in/other/a.bin", new byte[] {1}, "2026-02-01T00:10:00Z"))
                .containsEntry("outcome", "ignored");
        assertThat(arrives("in/readings/dt=2026-01-31/_SUCCESS", new byte[] {1}, "2026-02-01T00:10:00Z"))
                .containsEntry("outcome", "ignored");
        assertThat(executions()).isEmpty();
    }
}

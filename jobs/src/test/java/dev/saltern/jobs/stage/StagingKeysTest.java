/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.saltern.conf.Source;
import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.detect.KeySketch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingKeysTest {
    private static final Slots SLOTS = new Slots(2, 2);

    @TempDir
    Path folder;

    @Test
    void keysOfKeptRowsAreSketchedWhileTheyAreWritten() {
        Raw raw = Raw.csv(folder, "k STRING, n INT")
                .file("1.csv", "k,n\na,1\na,2\nb,1\na,3\n,4\n")
                .file("2.csv", "k,n\na,bad\na,bad\nb,bad\nc,\n");
        raw.keySets = List.of(List.of("k"), List.of("n", "k"));

        StagedSource staged = raw.stage();

        KeySketch byKey = staged.sketches().get(List.of("k"));
        KeySketch byBoth = staged.sketches().get(List.of("n", "k"));
        assertThat(staged.account().kept()).isEqualTo(6);
        assertThat(byKey.rows()).isEqualTo(6);
        assertThat(byKey.nullRows()).isEqualTo(1);
        assertThat(byKey.spread(staged.kept(), List.of("k"), SLOTS).hot())
                .extracting(HotKey::text, HotKey::rowsAtLeast)
                .containsExactly(tuple("a", 3L));
        assertThat(byBoth.rows()).isEqualTo(6);
        assertThat(byBoth.nullRows()).isEqualTo(2);
        assertThat(byBoth.hot(SLOTS)).isEmpty();
    }

    @Test
    void filesThatAreReadAgainCountOnce() {
        Raw raw = Raw.csv(folder, "k STRING")
                .file("1.csv", "k\na\na\na\n")
                .file("2.csv", "k\na\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        raw.unreadable = Source.Unreadable.SKIP;
        raw.keySets = List.of(List.of("k"));

        StagedSource staged = raw.stage();

        assertThat(staged.unreadable()).hasSize(1);
        assertThat(staged.sketches().get(List.of("k")).rows()).isEqualTo(3);
    }

    @Test
    void sourceWithoutFilesHasEmptySketches() {
        Raw raw = Raw.csv(folder, "k STRING");
        raw.noFiles = Source.NoFiles.ALLOW;
        raw.keySets = List.of(List.of("k"));

        assertThat(raw.stage().sketches())
                .containsOnlyKeys(List.of(List.of("k")))
                .containsValue(KeySketch.EMPTY);
    }

    @Test
    void refusesAKeyThatIsNotStaged() {
        Raw raw = Raw.csv(folder, "k STRING").file("1.csv", "k\na\n");
        raw.keySets = List.of(List.of("x"));

        assertThatThrownBy(raw::stage)
                .isInstanceOf(InvalidTransformException.class)
                .hasMessageContaining("column 'x' is not among [k");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.report.Json;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class EmbeddedJsonTest {
    @Property
    void noTextCanEndItsElementAndEveryTextComesBack(@ForAll String text) {
        for (String hostile : List.of(text, "</script>" + text, "<!--<script>" + text, "\u2028&amp;" + text)) {
            String json = EmbeddedJson.of(List.of(hostile));
            assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
            assertThat((Object) Json.read(json, List.class)).isEqualTo(List.of(hostile));
        }
    }
}

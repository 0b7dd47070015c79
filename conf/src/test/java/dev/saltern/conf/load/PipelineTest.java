/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.ByteSize;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Output;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Rules;
import dev.saltern.conf.Search;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
    @Test
    void defaults() {
        Pipeline pipeline = Mapped.bind(Pipeline.class, ConfigurationFiles.SMALLEST);
        assertThat(pipeline.description()).isNull();
        assertThat(pipeline.partition()).isNull();
        assertThat(pipeline.variables()).isEmpty();
        assertThat(pipeline.steps()).isEmpty();
        assertThat(pipeline.outputs().get("table"))
                .isEqualTo(new Output(
                        "readings",
                        null,
                        null,
                        null,
                        null,
                        null,
                        Evolve.REFUSE,
                        new ByteSize(256L << 20),
                        null,
                        null,
                        null,
                        null));
        assertThat(Mapped.bind(Partitioning.class, "column: dt")).isEqualTo(new Partitioning(List.of("dt"), Grain.DAY));
        assertThat(Mapped.bind(Rules.class, "{}")).isEqualTo(Rules.NONE);
    }

    @Test
    void everyKeyIsMapped() {
        Pipeline defaults = Mapped.bind(Pipeline.class, ConfigurationFiles.SMALLEST);
        Pipeline full = Mapped.bind(Pipeline.class, """
                pipeline: full
                description: All of it
                partition: {column: [year, month], grain: month, lookback: 1}
                retention: 7y
                variables: {a: b}
                sources: {readings: {path: '/raw/${dt}', format: json, schema: id STRING, partition: id}}
                steps: [{name: s, sql: SELECT 1}]
                outputs:
                  table:
                    from: s
                    partition: {column: month, grain: month}
                    rules: {fail: a, quarantine: b, drop: c, warn: d, composites: row}
                    max-quarantined: 10
                    max-quarantined-per-partition: 2%
                    bucket: {by: id, into: 4, sort: id}
                    search: {index: ids, id: id}
                    evolve: allow
                    target-file-size: 128MB
                    max-records-per-file: 1000000
                    retention: 400d
                    description: A table
                """);
        Mapped.assertAllDiffer(defaults, full);
        Mapped.assertAllDiffer(defaults.outputs().get("table"), full.outputs().get("table"));
        Mapped.assertAllDiffer(
                Mapped.bind(Bucket.class, "{by: k, into: 2}"),
                full.outputs().get("table").bucket());
        Mapped.assertAllDiffer(
                Mapped.bind(Search.class, "index: x"),
                full.outputs().get("table").search());
        Mapped.assertAllDiffer(Rules.NONE, full.outputs().get("table").rules());
        Mapped.assertAllDiffer(Mapped.bind(Partitioning.class, "column: dt"), full.partition());
    }
}

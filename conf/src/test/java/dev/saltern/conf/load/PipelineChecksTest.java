/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineChecksTest {
    @TempDir
    private Path folder;

    private List<String> problems(String text) {
        return new ConfigurationFiles(folder).problems(text);
    }

    /** Problems of a source with one more line, which is line 6 of the file. */
    private List<String> sourceProblems(String format, String line) {
        return problems("""
                sources:
                  a:
                    path: /raw
                    schema: id STRING
                    format: %s
                    %s
                pipeline: p
                outputs: {t: {from: a}}
                """.formatted(format, line));
    }

    @Test
    void namesAndReferencesAreChecked() {
        String text = """
                pipeline: My_Pipeline
                sources:
                  a: {path: /raw, format: json, schema: id STRING}
                  B: {path: /raw, format: json, schema: id STRING}
                steps:
                  - {name: s, dedupe: {from: later}}
                  - {name: later, dedupe: {from: later}}
                  - {name: a, sql: SELECT 1}
                  - {name: s, java: {class: x.Y, from: [a, q]}}
                  - {name: broken, unknown-kind: {}}
                  - {nmae: z, sql: SELECT 1}
                outputs:
                  t: {from: broken}
                  T: {from: aa}
                """;
        assertThat(problems(text))
                .containsExactly(
                        "1:11 Invalid name: My_Pipeline (must be lower-case letters, digits and hyphens, a letter first)",
                        "4:3 Invalid name: B (must be lower-case letters, digits and '_', a letter first)",
                        "6:30 Cannot use step 'later' here: it is defined later. Move it up, before this step",
                        "7:34 Cannot use step 'later' here: it is the step itself",
                        "8:12 Duplicate name 'a': a source has it",
                        "9:12 Duplicate name 's': an earlier step has it",
                        "9:44 Unknown source or step 'q' (known: a, B, s, later)",
                        "10:20 Unknown key 'unknown-kind' (known: name, sql, dedupe, join, aggregate, pivot,"
                                + " moving-average, sample,"
                                + " java)",
                        "11:5 Missing required steps[5].name",
                        "11:6 Unknown key 'nmae' (nearest: name)",
                        "14:3 Invalid name: T (must be lower-case letters, digits and '_', a letter first)",
                        "14:13 Unknown source or step 'aa' (nearest: a)");
    }

    @Test
    void samplesAreChecked() {
        String text = """
                pipeline: p
                sources: {a: {path: /raw, format: json, schema: id STRING}}
                steps:
                  - {name: b, sample: {from: a, method: {simple-random: 0}}}
                  - {name: c, sample: {from: a, method: {bernoulli: 1.5}, seed: x}}
                  - {name: d, sample: {from: a, method: {systematic: {every: -2}}}}
                  - {name: e, sample: {from: a, method: {stratified: {n: 0, allocation: neymann}}}}
                  - {name: f, sample: {from: a, method: {reservoir: 1000, bernoulli: 0.1}}}
                  - {name: g, sample: {from: x, method: {resevoir: 1000}}}
                  - {name: h, sample: {from: a, method: {bernoulli: NaN}}}
                  - {name: i, sample: {from: a, method: {bernoulli: "1%"}}}
                outputs: {t: {from: a}}
                """;
        assertThat(problems(text))
                .containsExactly(
                        "4:57 Invalid steps[0].sample.method.simple-random.n: 0 (must be 1 or more)",
                        "5:53 Invalid steps[1].sample.method.bernoulli.share: 1.5 (must be in (0, 1])",
                        "5:65 Invalid steps[1].sample.seed: x (must be a whole number)",
                        "6:62 Invalid steps[2].sample.method.systematic.every: -2 (must be 1 or more)",
                        "7:42 Missing required steps[3].sample.method.stratified.by",
                        "7:58 Invalid steps[3].sample.method.stratified.n: 0 (must be 1 or more)",
                        "7:73 Invalid steps[3].sample.method.stratified.allocation: neymann (must be proportional,"
                                + " equal or {neyman: ...})",
                        "8:33 Invalid steps[4].sample.method: reservoir and bernoulli (must be one of them)",
                        "9:42 Unknown key 'resevoir' (nearest: reservoir)",
                        "10:53 Invalid steps[6].sample.method.bernoulli.share: NaN (must be in (0, 1])",
                        "11:53 Invalid steps[7].sample.method.bernoulli: 1% (must be a number)");
    }

    @Test
    void stepsAreChecked() {
        String text = """
                pipeline: p
                sources: {a: {path: /raw, format: json, schema: id STRING}}
                steps:
                  - {name: b, pivot: {from: a, on: x, max-values: 10001}}
                  - {name: c, moving-average: {from: a, order: t, value: v, window: 24 hours}}
                  - {name: d, moving-average: {from: a, order: t, value: v, window: 13 rows}}
                  - {name: e, sql: SELECT 1, join: {left: a, right: b, on: k}}
                  - {name: f}
                  - sql
                  - {name: g, dedupe: {from: a, keep: latest}}
                  - {name: h, name: i, dedupe: a}
                outputs: {t: {from: a}}
                """;
        assertThat(problems(text))
                .containsExactly(
                        "4:15 Missing required steps[0].pivot.aggregate",
                        "4:51 Invalid steps[0].pivot.max-values: 10001 (must be in [1, 10000])",
                        "5:69 Invalid steps[1].moving-average.window: 24 hours (must be a duration such as 30s, 90m,"
                                + " 24h or 7d, or a count such as 13 rows)",
                        "7:5 Invalid steps[3]: sql and join (must be one of them)",
                        "8:5 Missing required steps[4].sql, dedupe, join, aggregate, pivot, moving-average, sample"
                                + " or java",
                        "9:5 Invalid steps[5]: sql (must be {sql: ...}, {dedupe: ...}, {join: ...}, {aggregate: ...},"
                                + " {pivot: ...}, {moving-average: ...}, {sample: ...} or {java: ...})",
                        "10:39 Invalid steps[6].dedupe.keep: latest (must be {latest: ...}, {earliest: ...} or any)",
                        "11:15 Duplicate key 'name' (first in line 11)",
                        "11:32 Invalid steps[7].dedupe: a (must be a mapping)");
    }

    @Test
    void treatmentsBucketsAndFilesAreChecked() {
        String text = """
                pipeline: p
                sources: {a: {path: /raw, format: json, schema: id STRING}}
                steps:
                  - {name: b, join: {left: a, right: a, on: id, skew: {force: chunk}}}
                  - {name: c, moving-average: {from: a, order: t, value: v, window: 24h, skew: {force: chunk}}}
                  - {name: d, aggregate: {from: a, measures: {n: count(*)}, skew: salted}}
                outputs:
                  t: {from: b, bucket: {by: id, into: 0}, max-records-per-file: 0}
                  u: {from: b, bucket: {into: 4}, target-file-size: 256}
                  v: {from: b, bucket: {by: [], into: 4, sort: [t, t]}}
                  w: {from: b, bucket: {by: [k, l, k], into: 4}}
                """;
        assertThat(problems(text))
                .containsExactly(
                        "4:63 Invalid steps[0].join.skew.force: chunk (must be adaptive, broadcast, salt or split for this"
                                + " kind of step)",
                        "6:67 Invalid steps[2].aggregate.skew: salted (must be auto, off or {force: ...})",
                        "8:39 Invalid outputs.t.bucket.into: 0 (must be in [1, 100000])",
                        "8:65 Invalid outputs.t.max-records-per-file: 0 (must be 1 or more)",
                        "9:16 Missing required outputs.u.bucket.by",
                        "9:53 Invalid size: 256 (must be such as 512KB, 256MB or 1GB)",
                        "10:25 Missing required outputs.v.bucket.by",
                        "10:42 Invalid outputs.v.bucket.sort: [t, t] (must name each column once)",
                        "11:25 Invalid outputs.w.bucket.by: [k, l, k] (must name each column once)");
    }

    @Test
    void copiesForSearchAreChecked() {
        String text = """
                pipeline: p
                sources: {a: {path: /raw, format: json, schema: id STRING}}
                outputs:
                  t: {from: a, search: {index: Orders, id: [k, k]}}
                """;
        assertThat(problems(text))
                .containsExactly(
                        "4:32 Invalid outputs.t.search.index: Orders (must be of small letters, digits, dots, hyphens and"
                                + " underscores, a letter or a digit first)",
                        "4:40 Invalid outputs.t.search.id: [k, k] (must name each column once)");
    }

    @Test
    void keysOfOtherFormatsAreRefused() {
        assertThat(sourceProblems("json", "delimiter: ;"))
                .containsExactly(
                        "6:16 Cannot use sources.a.delimiter with format json: it belongs to format csv alone");
        assertThat(sourceProblems("parquet", "multi-line: true")).hasSize(1);
        assertThat(sourceProblems("csv", "widths: [1]")).hasSize(1);
        assertThat(sourceProblems("fixed-width", "")).containsExactly("2:3 Missing required sources.a.widths");
        assertThat(sourceProblems("fixed-width", "widths: [1, 0]"))
                .containsExactly("6:17 Invalid sources.a.widths[1]: 0 (must be at least 1)");
    }

    @Test
    void valuesOfSourcesAreChecked() {
        assertThat(sourceProblems("csv", "delimiter: ''"))
                .containsExactly("6:16 Invalid sources.a.delimiter: nothing (must be one character or more)");
        assertThat(sourceProblems("csv", "quote: ab"))
                .containsExactly("6:12 Invalid sources.a.quote: ab (must be one character, or empty)");
        assertThat(sourceProblems("csv", "columns-from-path: '(?<a'"))
                .singleElement()
                .asString()
                .startsWith("6:24 I");
        assertThat(sourceProblems("csv", "columns-from-path: '(a)'"))
                .singleElement()
                .asString()
                .contains("named");
        assertThat(sourceProblems("csv", "timestamp-formats: [yyyy, nope]"))
                .singleElement()
                .asString()
                .startsWith("6:31 Invalid sources.a.timestamp-formats[1]: nope (must be a pattern");
        assertThat(sourceProblems("csv", "zone: Mars/Base"))
                .singleElement()
                .asString()
                .contains("time zone");
        assertThat(sourceProblems("csv", "encoding: utf8000"))
                .singleElement()
                .asString()
                .contains("encoding");
        assertThat(sourceProblems("csv", "header: yes"))
                .containsExactly("6:13 Invalid sources.a.header: yes (must be true or false)");
        assertThat(sourceProblems("csv", "null-tokens: [null]"))
                .containsExactly("6:19 Invalid sources.a.null-tokens[0]: null (must be a text; put quotes around it)");
        assertThat(sourceProblems("csv", "rules: {fail: no.dqdl}"))
                .containsExactly("6:19 Cannot read no.dqdl: no such file in " + folder + "/pipelines and " + folder);
    }

    @Test
    void outputsAreChecked() {
        String text = """
                pipeline: day-by-day
                partition: {column: [year, month], grain: month}
                steps: {}
                sources: {a: {path: /raw, format: json, schema: id STRING}}
                outputs:
                  t: {from: a, partition: {column: dt}}
                  u: {from: a, partition: {column: [a, b], grain: none}}
                  day_by_day_quarantine: {from: a}
                """;
        assertThat(problems(text))
                .containsExactly(
                        "3:1 Invalid steps: a mapping (must be a list)",
                        "6:16 Invalid outputs.t.partition.grain: day (must not be finer than the pipeline's, month)",
                        "7:16 Invalid partition column: [a, b] (must be empty for the grain none)",
                        "8:3 Invalid output: day_by_day_quarantine (must not be the table of the pipeline's"
                                + " quarantined rows)");
        assertThat(problems("pipeline: p\noutputs:\n"))
                .containsExactly("1:1 Missing required sources", "1:1 Missing required outputs");
    }
}

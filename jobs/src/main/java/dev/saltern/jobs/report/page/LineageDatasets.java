/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import static dev.saltern.jobs.report.page.OpenLineageEvent.facet;

import dev.saltern.jobs.report.RunReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a run read and wrote, as data sets of OpenLineage. */
final class LineageDatasets {
    private final RunPage page;
    private final String lake;
    private final Map<String, String> schemas;

    LineageDatasets(RunPage page, String lake, Map<String, String> schemas) {
        this.page = page;
        this.lake = lake;
        this.schemas = schemas;
    }

    List<Map<String, Object>> inputs() {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (LineageGraph.Node node : page.lineage().nodes()) {
            if (node.kind() == LineageGraph.Kind.FILES) {
                inputs.add(input(node.id().substring("files ".length()), node.detail()));
            }
        }
        return inputs;
    }

    private Map<String, Object> input(String source, String path) {
        Map<String, Object> dataset = dataset(folder(path));
        if (schemas.containsKey(source)) {
            dataset.put(
                    "facets",
                    Map.of(
                            "schema",
                            OpenLineageEvent.schema(ColumnChange.columns(String.valueOf(schemas.get(source))))));
        }
        Map<String, Object> facets = new LinkedHashMap<>();
        page.report().sources().stream()
                .filter(line -> line.source().equals(source))
                .findFirst()
                .ifPresent(line -> facets.put(
                        "inputStatistics",
                        facet(
                                "1-0-0/InputStatisticsInputDatasetFacet",
                                Map.of("rowCount", line.read(), "size", bytes(source), "fileCount", line.files()))));
        List<Map<String, Object>> assertions = assertions(source);
        if (!assertions.isEmpty()) {
            facets.put(
                    "dataQualityAssertions",
                    facet("1-0-1/DataQualityAssertionsDatasetFacet", Map.of("assertions", assertions)));
        }
        dataset.put("inputFacets", facets);
        return dataset;
    }

    private long bytes(String source) {
        return page.inputs().stream()
                .filter(file -> Objects.equals(file.source(), source))
                .mapToLong(file -> file.size())
                .sum();
    }

    private List<Map<String, Object>> assertions(String source) {
        List<Map<String, Object>> assertions = new ArrayList<>();
        for (RunReport.RuleLine rule : page.report().rules()) {
            if (rule.on().equals(source)) {
                assertions.add(Map.of(
                        "assertion", rule.rule(), "success", rule.outcome().equals("PASSED")));
            }
        }
        return assertions;
    }

    List<Map<String, Object>> outputs() {
        List<Map<String, Object>> outputs = new ArrayList<>();
        for (TableFiles table : page.tables()) {
            Map<String, Object> dataset = dataset(lake + "/" + table.table());
            Map<String, String> columns = new LinkedHashMap<>();
            table.columns().stream()
                    .filter(column -> column.change() != ColumnChange.Change.GONE)
                    .forEach(column -> columns.put(column.name(), column.type()));
            dataset.put("facets", Map.of("schema", OpenLineageEvent.schema(columns)));
            dataset.put(
                    "outputFacets",
                    Map.of(
                            "outputStatistics",
                            facet(
                                    "1-0-2/OutputStatisticsOutputDatasetFacet",
                                    Map.of(
                                            "rowCount", table.rows(),
                                            "size", table.bytes(),
                                            "fileCount", table.files()))));
            outputs.add(dataset);
        }
        return outputs;
    }

    /** Names a folder as OpenLineage names it: {@code s3://bucket} and the key, or {@code file} and the path. */
    private static Map<String, Object> dataset(String location) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        String plain = location.replaceFirst("^s3[an]:", "s3:");
        if (plain.startsWith("s3://")) {
            int slash = plain.indexOf('/', "s3://".length());
            dataset.put("namespace", slash < 0 ? plain : plain.substring(0, slash));
            dataset.put("name", slash < 0 ? "/" : plain.substring(slash + 1));
        } else {
            dataset.put("namespace", "file");
            dataset.put("name", plain.replaceFirst("^file:(//)?", ""));
        }
        return dataset;
    }

    /** Returns a path up to the first part that differs from day to day. */
    private static String folder(String path) {
        String[] parts = path.split("/", -1);
        List<String> fixed = new ArrayList<>();
        for (String part : parts) {
            if (part.matches(".*[$*?\\[{].*")) {
                break;
            }
            fixed.add(part);
        }
        return String.join("/", fixed).replaceFirst("(?<=.)/$", "");
    }
}

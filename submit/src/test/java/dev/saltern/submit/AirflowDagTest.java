/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.kit.AwsPython;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DAG as a file of Python, and as Airflow reads it where there is one. */
class AirflowDagTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The version that MWAA has, with its provider of AWS. */
    private static final String INSTALL = "pip install apache-airflow==2.10.3 apache-airflow-providers-amazon==9.0.0";

    private static final String STRUCTURE = """
            import ast, json, sys
            tree = ast.parse(open(sys.argv[1]).read())
            compile(tree, sys.argv[1], "exec")
            tasks, edges, dag = {}, [], {}
            def name(node):
                return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
            def chain(node):
                return chain(node.left) + [node.right.id] if isinstance(node, ast.BinOp) else [node.id]
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and name(node.func).endswith(("Operator", "Sensor", "Launch")):
                    words = {k.arg: k.value for k in node.keywords}
                    tasks[words["task_id"].value] = name(words["trigger_rule"]) if "trigger_rule" in words else "ALL_SUCCESS"
                if isinstance(node, ast.Call) and name(node.func) == "DAG":
                    dag = {k.arg: k.value.value for k in node.keywords if isinstance(k.value, ast.Constant)}
                if isinstance(node, ast.Expr) and isinstance(node.value, ast.BinOp):
                    edges.append(chain(node.value))
            print(json.dumps([tasks, edges, dag["schedule"], dag["catchup"], dag["max_active_runs"]]))
            """;

    private static final String READ = """
            import json, sys
            from airflow.models.dagbag import DagBag
            bag = DagBag(sys.argv[1], include_examples=False, read_dags_from_db=False)
            tasks = {d.dag_id: {t.task_id: [t.trigger_rule.value, sorted(t.downstream_task_ids)] for t in d.tasks} for d in bag.dags.values()}
            request = bag.dags["saltern-sensor-daily"].get_task("launch").job_flow_overrides
            print("found " + json.dumps([bag.import_errors, tasks, request["Name"]]))
            """;

    @TempDir
    private Path folder;

    private Path dag;

    @BeforeEach
    void render() throws IOException {
        Cli cli = new Deployed(folder).run("render", "airflow", "sensor-daily", "--cron", "30 4 * * *");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        dag = Files.writeString(Files.createDirectories(folder.resolve("dags")).resolve("dag.py"), cli.out());
    }

    @Test
    void theDagCompilesAndEndsTheClusterWhateverHappens() throws IOException {
        String said = new AwsPython(URI.create("http://127.0.0.1:9")).run(STRUCTURE, dag.toString());
        JsonNode found = JSON.readTree(said);
        assertThat(found.get(0).toString())
                .isEqualTo(
                        "{\"launch\":\"ALL_SUCCESS\",\"watch\":\"ALL_SUCCESS\",\"end\":\"ALL_DONE\",\"judge\":\"ALL_DONE\"}");
        assertThat(found.get(1).toString()).isEqualTo("[[\"launch\",\"watch\",\"end\",\"verdict\"]]");
        assertThat(found.get(2).asText()).isEqualTo("30 4 * * *");
        assertThat(found.get(3).asBoolean()).isFalse();
        assertThat(found.get(4).asInt()).isEqualTo(1);
    }

    @Test
    void airflowReadsItWithoutAnError() throws IOException, InterruptedException {
        String python = System.getProperty("saltern.airflow", "python3");
        Assumptions.assumeTrue(
                run(python, "-c", "import airflow").exit() == 0,
                "Skipped: " + python + " has no Airflow. " + INSTALL + ", and say -Dsaltern.airflow=PYTHON");
        Said said = run(python, "-c", READ, dag.getParent().toString());
        assertThat(said.exit()).as(said.text()).isZero();
        String line = said.text()
                .lines()
                .filter(each -> each.startsWith("found "))
                .findFirst()
                .orElseThrow();
        JsonNode found = JSON.readTree(line.substring("found ".length()));
        assertThat(found.get(0)).as("errors of the import").isEmpty();
        assertThat(found.at("/1/saltern-sensor-daily").toString())
                .isEqualTo(
                        "{\"launch\":[\"all_success\",[\"end\",\"judge\",\"watch\"]],\"watch\":[\"all_success\",[\"end\"]],"
                                + "\"end\":[\"all_done\",[\"judge\"]],\"judge\":[\"all_done\",[]]}");
        assertThat(found.get(2).asText()).startsWith("saltern sensor-daily {{ data_interval_start | ds }} ");
    }

    private record Said(int exit, String text) {}

    /** Airflow keeps its settings in a folder of its own, which is the test's. */
    private Said run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().put("AIRFLOW_HOME", folder.resolve("airflow").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "rules", description = "Explain the rules of a pipeline, or test rules.")
final class RulesCommand {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RulesCommand(JobCall job) {
        this.job = job;
    }

    @Command(
            name = "explain",
            description =
                    "Show how each rule of a pipeline will most likely be settled and what it costs; reads no data.")
    int explain(
            @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.") String pipeline,
            @Mixin JobOptions options) {
        return job.run(spec, List.of("explain", pipeline), options);
    }

    @Command(
            name = "test",
            description = "Hold the rows of test files against rules: what becomes of them must be as expected.")
    int test(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FOLDER",
                            description =
                                    "The folder of the tests, or one test file. Default: rules/tests of the conf folder.")
                    @Nullable
                    Path folder,
            @Mixin JobOptions options) {
        List<String> words = new ArrayList<>(List.of("test"));
        if (folder != null) {
            words.add(folder.toString());
        }
        return job.run(spec, words, options);
    }
}

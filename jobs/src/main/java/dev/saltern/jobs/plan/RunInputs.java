/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.stage.SourceFile;
import dev.saltern.jobs.stage.SourceFiles;
import dev.saltern.jobs.stage.SourceListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * The files that a run will read, and the key that names the run's answer.
 *
 * @param files by source name
 * @param codeVersion a hash of the program
 * @param key the same for the same files, code, pipeline and scope
 */
public record RunInputs(Map<String, SourceFiles> files, String codeVersion, IdempotencyKey key) {
    /** Lists the files of every source; reads names, sizes and times, no content. */
    public static RunInputs list(Configuration hadoop, PipelinePlan plan, Scope scope) {
        Grain grain = plan.pipeline().partitioning().grain();
        Map<String, SourceFiles> files = new LinkedHashMap<>();
        plan.sources()
                .forEach((name, source) -> files.put(name, SourceListing.list(hadoop, source.source(), scope, grain)));
        String codeVersion = CodeVersion.current(plan.pipeline());
        IdempotencyKey key = IdempotencyKey.of(
                inputFiles(files),
                codeVersion,
                plan.loaded().fingerprint(),
                grain == Grain.NONE ? "all" : scope.toString());
        return new RunInputs(files, codeVersion, key);
    }

    /** Returns every file once, as the manifest lists them. */
    public List<InputFile> inputFiles() {
        return inputFiles(files);
    }

    private static List<InputFile> inputFiles(Map<String, SourceFiles> files) {
        return files.values().stream()
                .flatMap(source -> source.files().stream())
                .map(RunInputs::inputFile)
                .distinct()
                .toList();
    }

    private static InputFile inputFile(SourceFile file) {
        return new InputFile(file.path(), file.size(), file.version());
    }
}

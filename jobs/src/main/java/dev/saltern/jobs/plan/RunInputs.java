/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.stage.Listings;
import dev.saltern.jobs.stage.SourceFile;
import dev.saltern.jobs.stage.SourceFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.hadoop.conf.Configuration;

/**
 * The files that a run will read, and the key that names the run's answer.
 *
 * @param files by source name
 * @param late those of later periods that are known to hold late rows of the scope, with these periods; they are among {@code files}
 * @param codeVersion a hash of the program
 * @param key the same for the same files, code, pipeline and scope
 */
public record RunInputs(Map<String, SourceFiles> files, List<InputFile> late, String codeVersion, IdempotencyKey key) {
    public RunInputs {
        late = List.copyOf(late);
    }

    /**
     * Lists the files of every source; reads names, sizes and times, no content.
     *
     * @param late files of later periods in which earlier runs found late rows of the scope; those that are gone are left out
     */
    public static RunInputs list(Configuration hadoop, PipelinePlan plan, Scope scope, List<InputFile> late) {
        return list(new Listings(hadoop), plan, scope, late, CodeVersion.current(plan.pipeline()));
    }

    /** Lists the files for a known version of the code. */
    public static RunInputs list(
            Listings listings, PipelinePlan plan, Scope scope, List<InputFile> late, String codeVersion) {
        Grain grain = plan.pipeline().partitioning().grain();
        Map<String, SourceFiles> files = new LinkedHashMap<>();
        List<InputFile> found = new ArrayList<>();
        plan.sources().forEach((name, source) -> {
            SourceFiles own = listings.list(source.source(), scope, grain);
            List<InputFile> wanted =
                    late.stream().filter(file -> name.equals(file.source())).toList();
            files.put(name, withLate(listings, source.source(), grain, own, wanted, found));
        });
        IdempotencyKey key = IdempotencyKey.of(
                files.values().stream()
                        .flatMap(source -> source.files().stream())
                        .map(file -> inputFile("", file, List.of()))
                        .toList(),
                codeVersion,
                plan.loaded().fingerprint(),
                grain == Grain.NONE ? "all" : scope.toString());
        return new RunInputs(files, found, codeVersion, key);
    }

    /** Returns every file as the manifest lists it; without what only reading can tell about late rows. */
    public List<InputFile> inputFiles() {
        return inputFiles((source, path) -> List.of());
    }

    /**
     * Returns every file as the manifest lists it.
     *
     * @param found the earlier periods that the rows of a file belong to, by source and path
     */
    public List<InputFile> inputFiles(BiFunction<String, String, List<String>> found) {
        Set<InputFile> all = new LinkedHashSet<>(late);
        Set<List<String>> known = new HashSet<>();
        late.forEach(file -> known.add(place(String.valueOf(file.source()), file.path())));
        files.forEach((source, list) -> list.files().stream()
                .filter(file -> !known.contains(place(source, file.path())))
                .forEach(file -> all.add(inputFile(source, file, found.apply(source, file.path())))));
        return List.copyOf(all);
    }

    /**
     * Passes if no file that was listed has another content by now. One that was replaced while it was read may have given rows of both:
     * they belong to no input that anybody knows. One that came or went meanwhile is of no importance.
     *
     * @throws SalternException with {@link ExitCode#STEP_FAILED} naming the first that was replaced
     */
    public void requireKept(Configuration hadoop, PipelinePlan plan, Scope scope) {
        RunInputs later = list(new Listings(hadoop), plan, scope, late, codeVersion);
        replacedIn(later).stream().findFirst().ifPresent(path -> {
            throw new SalternException(
                    ExitCode.STEP_FAILED,
                    "Cannot publish what was read from " + path
                            + ": the file was replaced meanwhile. Nothing was changed; run again");
        });
    }

    private List<String> replacedIn(RunInputs later) {
        Map<String, SourceFile> found = new TreeMap<>();
        later.files.values().forEach(source -> source.files().forEach(file -> found.put(file.path(), file)));
        return files.values().stream()
                .flatMap(source -> source.files().stream())
                .filter(file -> {
                    SourceFile now = found.getOrDefault(file.path(), file);
                    return now.size() != file.size() || !now.version().equals(file.version());
                })
                .map(SourceFile::path)
                .toList();
    }

    private static SourceFiles withLate(
            Listings listings,
            Source source,
            Grain grain,
            SourceFiles own,
            List<InputFile> wanted,
            List<InputFile> found) {
        if (wanted.isEmpty()) {
            return own;
        }
        Map<String, SourceFile> all = new TreeMap<>();
        own.files().forEach(file -> all.put(file.path(), file));
        List<String> paths = new ArrayList<>(own.paths());
        Map<String, InputFile> byPath = new HashMap<>();
        wanted.forEach(file -> byPath.putIfAbsent(file.path(), file));
        wanted.stream().map(InputFile::period).distinct().forEach(period -> {
            LocalDate day = LocalDate.parse(String.valueOf(period));
            SourceFiles other = listings.list(source, new Scope(day, day).widenedTo(grain), grain);
            for (SourceFile file : other.files()) {
                InputFile known = byPath.get(file.path());
                if (known != null) {
                    all.put(file.path(), file);
                    found.add(inputFile(String.valueOf(known.source()), file, known.late()));
                }
            }
            paths.addAll(other.paths());
        });
        return new SourceFiles(List.copyOf(all.values()), paths);
    }

    private static List<String> place(String source, String path) {
        return List.of(source, path);
    }

    private static InputFile inputFile(String source, SourceFile file, List<String> late) {
        LocalDate period = file.period();
        return new InputFile(
                file.path(), file.size(), file.version(), source, period == null ? null : period.toString(), late);
    }
}

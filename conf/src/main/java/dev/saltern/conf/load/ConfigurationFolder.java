/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the files that people edit.
 *
 * @param folder the folder that holds {@code pipelines}, {@code environments} and {@code clusters}
 */
public record ConfigurationFolder(Path folder) {
    private static final Pattern ENDING = Pattern.compile("\\.ya?ml$");

    /**
     * Returns the file of a pipeline; what ends in {@code .yaml} or {@code .yml} is taken as a path as it stands.
     *
     * @throws InvalidConfigurationException if no pipeline has the name
     */
    public Path pipeline(String nameOrPath) {
        return find("pipeline", nameOrPath);
    }

    /**
     * Returns the file of an environment; what ends in {@code .yaml} or {@code .yml} is taken as a path as it stands.
     *
     * @throws InvalidConfigurationException if no environment has the name
     */
    public Path environment(String nameOrPath) {
        return find("environment", nameOrPath);
    }

    /**
     * Returns the file of a cluster; what ends in {@code .yaml} or {@code .yml} is taken as a path as it stands.
     *
     * @throws InvalidConfigurationException if no cluster has the name
     */
    public Path cluster(String nameOrPath) {
        return find("cluster", nameOrPath);
    }

    /** Returns the names of the pipelines in the folder, in the order of the alphabet. */
    public List<String> pipelines() {
        return names(folder.resolve("pipelines"));
    }

    /** Returns the names of the environments in the folder, in the order of the alphabet. */
    public List<String> environments() {
        return names(folder.resolve("environments"));
    }

    /** Returns the names of the clusters in the folder, in the order of the alphabet. */
    public List<String> clusters() {
        return names(folder.resolve("clusters"));
    }

    /** Returns the names of the YAML files in a folder; none if there is no such folder. */
    static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(ENDING.asPredicate())
                    .map(name -> ENDING.matcher(name).replaceFirst(""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            Problems problems = new Problems(folder.toString());
            problems.add(problems.start(), "Cannot list " + folder + ": " + TextFile.reason(folder, e));
            throw problems.exception();
        }
    }

    private Path find(String kind, String nameOrPath) {
        if (ENDING.matcher(nameOrPath).find()) {
            return Path.of(nameOrPath);
        }
        Path parent = folder.resolve(kind + "s");
        List<String> names = names(parent);
        if (!names.contains(nameOrPath)) {
            Problems problems = new Problems(parent.toString());
            String near = Nearest.find(nameOrPath, names)
                    .map(name -> " (nearest: " + name + ")")
                    .orElse("");
            String all = names.isEmpty() ? "none" : String.join(", ", names);
            problems.add(
                    new Origin(parent.toString(), 0, 0),
                    "Unknown " + kind + " '" + nameOrPath + "'" + near + ". There are: " + all);
            throw problems.exception();
        }
        Path yaml = parent.resolve(nameOrPath + ".yaml");
        return Files.exists(yaml) ? yaml : parent.resolve(nameOrPath + ".yml");
    }
}

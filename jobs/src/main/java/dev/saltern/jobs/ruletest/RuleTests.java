/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Problem;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.load.LoadedRuleTest;
import dev.saltern.conf.load.RuleTestLoader;
import dev.saltern.jobs.plan.PipelinePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** The tests of a folder, one in each YAML file. */
public final class RuleTests {
    private final List<LoadedRuleTest> tests;
    private final List<Problem> problems = new ArrayList<>();

    private RuleTests(List<Path> files) {
        List<LoadedRuleTest> loaded = new ArrayList<>();
        for (Path file : files) {
            collect(() -> RuleTestLoader.load(file)).ifPresent(loaded::add);
        }
        this.tests = List.copyOf(loaded);
    }

    /**
     * Reads all tests of a folder and the folders in it, or the one of a file; what is wrong with them is told by {@link #run}.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if there is none
     */
    public static RuleTests in(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new SalternException(ExitCode.USAGE, "Cannot test rules: no .yaml file in " + place);
            }
            return new RuleTests(found);
        } catch (NoSuchFileException e) {
            throw new SalternException(ExitCode.USAGE, "Cannot test rules: there is no " + place, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + place, e);
        }
    }

    /**
     * Runs the tests in the order of their files.
     *
     * @param pipelines analyses a pipeline by its name
     * @throws InvalidConfigurationException with everything that is wrong with any of them: then none has a result
     */
    public List<RuleTestResult> run(SparkSession session, Function<String, PipelinePlan> pipelines) {
        RuleSubjects subjects = new RuleSubjects(pipelines);
        List<RuleTestResult> results = new ArrayList<>();
        for (LoadedRuleTest test : tests) {
            collect(() -> new RuleTestRun(session, test, subjects.of(test)).run())
                    .ifPresent(results::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems.stream().distinct().toList());
        }
        return results;
    }

    private <T> Optional<T> collect(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (InvalidConfigurationException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}

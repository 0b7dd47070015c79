/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;

/** What fetches rows to the driver is known, and the page about scale says what bounds it. */
@AnalyzeClasses(packages = "dev.saltern", importOptions = ImportOption.DoNotIncludeTests.class)
final class DriverRowsTest {
    /** One row, as {@code head()} and {@code first()} fetch it, is bounded by itself. */
    private static final Set<String> FETCHING = Set.of(
            "collect", "collectAsList", "take", "takeAsList", "tail", "toLocalIterator", "collectAsArrowToPython");

    private static final Pattern TOLD = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @ArchTest
    static void everyClassThatFetchesRowsIsToldWithItsBound(JavaClasses classes) throws IOException {
        Set<String> fetching = classes.stream()
                .filter(DriverRowsTest::fetches)
                .map(DriverRowsTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = TOLD.matcher(Files.readString(Path.of("..", "docs", "scale.md")))
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceAll("\\W", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fetching).isEqualTo(told);
    }

    private static boolean fetches(JavaClass each) {
        return Stream.concat(each.getMethodCallsFromSelf().stream(), each.getMethodReferencesFromSelf().stream())
                .anyMatch(access -> access.getTargetOwner().isAssignableTo(Dataset.class)
                        && FETCHING.contains(access.getTarget().getName()));
    }

    private static String outermost(JavaClass each) {
        return each.getEnclosingClass().map(DriverRowsTest::outermost).orElse(each.getSimpleName());
    }
}

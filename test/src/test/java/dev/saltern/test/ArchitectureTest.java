/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** The arrows of the house; the POMs say the same first. */
@AnalyzeClasses(packages = "dev.saltern", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final Set<String> INSIDE = Set.of(
            "Column.expr",
            "Dataset.ofRows",
            "Dataset.queryExecution",
            "SparkSession.cloneSession",
            "SparkSession.sessionState",
            "SparkSession.sharedState");

    @ArchTest
    static final ArchRule arrowsBetweenModules = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("conf")
            .definedBy("dev.saltern.conf..")
            .layer("transforms")
            .definedBy("dev.saltern.transforms..")
            .layer("quality")
            .definedBy("dev.saltern.quality..")
            .layer("jobs")
            .definedBy("dev.saltern.jobs..")
            .layer("submit")
            .definedBy("dev.saltern.submit..")
            .whereLayer("jobs")
            .mayOnlyAccessLayers("conf", "transforms", "quality")
            .whereLayer("submit")
            .mayOnlyAccessLayers("conf")
            .whereLayer("conf")
            .mayNotAccessAnyLayer()
            .whereLayer("transforms")
            .mayNotAccessAnyLayer()
            .whereLayer("quality")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule noSparkInConfAndSubmit = noClasses()
            .that()
            .resideInAnyPackage("dev.saltern.conf..", "dev.saltern.submit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

    @ArchTest
    static final ArchRule picocliInSubmitAlone = noClasses()
            .that()
            .resideOutsideOfPackage("dev.saltern.submit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule noCloudInLibraries = noClasses()
            .that()
            .resideInAnyPackage("dev.saltern.transforms..", "dev.saltern.quality..", "dev.saltern.conf..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    /** Each of them is somewhere else in Spark 4: the profile would not compile. */
    @ArchTest
    static final ArchRule whatSparkKeepsInsideIsAskedInOneClass = noClasses()
            .that()
            .resideOutsideOfPackages("dev.saltern.transforms.internal", "dev.saltern.quality.internal")
            .should()
            .callMethodWhere(describe(
                    "of what Spark keeps inside",
                    (JavaMethodCall call) ->
                            INSIDE.contains(call.getTargetOwner().getSimpleName() + "." + call.getName())))
            .orShould()
            .callConstructor(Column.class, Expression.class);

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("dev.saltern.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule standardStreamsInEntryPointsAlone =
            noClasses().that().haveSimpleNameNotEndingWith("Main").should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule noVagueNames =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule configurationIsRecords = classes()
            .that()
            .resideInAPackage("dev.saltern.conf")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(new RecordsEnumsAndFailures());
}

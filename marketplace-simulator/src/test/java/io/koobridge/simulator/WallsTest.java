package io.koobridge.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.koobridge.simulator");

    @Tag("promise:two-readings")
    @Test
    void theSimulatorImportsNothingOfTheSuite() {
        noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.koobridge..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("io.koobridge.simulator..")))
                .check(OURS);
    }

    @Test
    void signingNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("..signing")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "io.koobridge.simulator.signing")
                .check(OURS);
    }

    @Test
    void theMarketAndItsRulesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("..market", "..life", "..fault", "..rules")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "reactor..",
                        "io.netty..",
                        "..calling",
                        "..playing",
                        "..openapi",
                        "..web",
                        "..screen")
                .check(OURS);
    }

    @Test
    void theRoomsDependOnEachOtherInOneDirection() {
        slices().matching("io.koobridge.simulator.(*)")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }
}

package io.koobridge.system.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.koobridge.system.walls.wrong.Wrong;
import io.koobridge.system.walls.wrong.domain.WrongDecision;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A wall that cannot fail is none: each is held against classes that break it, and against nothing at all. */
@Tag("promise:walls-stand")
class WallsCanFailTest {

    private static final String OWN = "io.koobridge.system.walls.wrong";
    private static final JavaClasses WRONG = new ClassFileImporter().importClasses(Wrong.class, WrongDecision.class);
    private static final JavaClasses NOTHING = new ClassFileImporter().importClasses();

    static Stream<Named<ArchRule>> walls() {
        return Map.of(
                        "knows only", Walls.knowsOnly(OWN, Set.of("io.koobridge.crypto")),
                        "lives in", Walls.livesIn("io.koobridge.elsewhere"),
                        "never uses", Walls.neverUses("org.bson.."),
                        "no input or output", Walls.hasNoInputOrOutput(),
                        "no clock", Walls.neverReadsTheClock(),
                        "pure domain", Walls.pureDomain(OWN),
                        "never blocks", Walls.neverBlocks("none"))
                .entrySet()
                .stream()
                .map(wall -> Named.of(wall.getKey(), wall.getValue()));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void aWallNamesWhoBreaksIt(ArchRule wall) {
        var broken = wall.evaluate(WRONG).getFailureReport().getDetails();

        assertThat(broken).isNotEmpty().allMatch(detail -> detail.contains(OWN));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void aWallAroundNothingFails(ArchRule wall) {
        assertThatThrownBy(() -> wall.check(NOTHING))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void whatIsAllowedIsLeftAlone() {
        Walls.knowsOnly(OWN, Set.of("io.koobridge.events")).check(WRONG);
        Walls.hasNoInputOrOutput(java.io.IOException.class, Files.class, java.nio.file.Path.class)
                .check(WRONG);
        Walls.neverBlocks(OWN).check(WRONG);
    }
}

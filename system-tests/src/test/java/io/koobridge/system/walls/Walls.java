package io.koobridge.system.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The walls of design §2. Each is a rule for any set of classes, and fails when there are none that it is about. */
final class Walls {

    private Walls() {}

    /** Of our own packages nothing but these. */
    static ArchRule knowsOnly(String own, Set<String> others) {
        String[] allowed = Stream.concat(Stream.of(own), others.stream())
                .map(name -> name + "..")
                .toArray(String[]::new);
        return firm(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.koobridge..").and(not(resideInAnyPackage(allowed)))));
    }

    static ArchRule livesIn(String own) {
        return firm(classes().should().resideInAPackage(own + ".."));
    }

    static ArchRule neverUses(String... packages) {
        return firm(noClasses().should().dependOnClassesThat(resideInAnyPackage(packages)));
    }

    /** No files, sockets, processes or channels; buffers, streams in memory and addresses as values are fine. */
    static ArchRule hasNoInputOrOutput(Class<?>... exceptions) {
        return firm(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
                        .and(not(oneOf(exceptions)))));
    }

    /** Time is in the fact, or in a clock that somebody else chose. */
    static ArchRule neverReadsTheClock() {
        return firm(noClasses()
                .should()
                .callMethodWhere(described("the time of day is asked for", call -> switch (call.getTargetOwner()
                        .getName()) {
                    case "java.lang.System" -> call.getName().equals("currentTimeMillis");
                    case "java.time.Instant" -> call.getName().equals("now");
                    case "java.time.Clock" -> call.getName().startsWith("system");
                    default -> false;
                })));
    }

    /** Decisions know the JDK and the words that all services share. */
    static ArchRule pureDomain(String own) {
        return firm(classes()
                .that()
                .resideInAPackage(own + ".domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "io.koobridge.events..",
                        own + ".domain..")));
    }

    /** Waiting for a publisher stops a thread that others may need. */
    static ArchRule neverBlocks(String... exceptWithin) {
        return firm(noClasses()
                .that(not(resideInAnyPackage(exceptWithin)))
                .should()
                .callMethodWhere(described("a publisher is waited for", Walls::blocks)));
    }

    static boolean blocks(JavaAccess<?> call) {
        return call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")
                && call.getName().startsWith("block");
    }

    private static DescribedPredicate<JavaClass> oneOf(Class<?>... types) {
        return DescribedPredicate.describe(
                "are harmless", found -> Arrays.stream(types).anyMatch(found::isEquivalentTo));
    }

    private static <T> DescribedPredicate<T> described(String what, Predicate<T> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static ArchRule firm(ArchRule rule) {
        return rule.allowEmptyShould(false);
    }
}

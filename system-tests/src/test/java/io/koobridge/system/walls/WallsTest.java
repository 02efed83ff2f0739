package io.koobridge.system.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.koobridge.system.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of design §2 stand in every module of the build. */
@Tag("promise:walls-stand")
class WallsTest {

    static List<Room> rooms() {
        return Rooms.ALL;
    }

    static Stream<Room> ledgerKeepers() {
        return Rooms.ALL.stream().filter(Room::keepsALedger);
    }

    @Test
    void everyModuleOfTheBuildHasItsWalls() {
        assertThat(Stream.concat(Rooms.ALL.stream().map(Room::module), Stream.of(Rooms.TESTS)))
                .containsExactlyInAnyOrderElementsOf(Repository.modules());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aModuleIsBuiltAndAllOfItsClassesAreLookedAt(Room room) throws IOException {
        assertThat(room.classFiles()).as("build first: the classes of %s", room).isDirectory();
        var imported = StreamSupport.stream(room.classes().spliterator(), false)
                .map(found -> found.getName().replace('.', '/') + ".class")
                .toList();

        assertThat(imported).isNotEmpty().containsExactlyInAnyOrderElementsOf(classFiles(room.classFiles()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aModuleLivesInItsOwnPackageAndKnowsOnlyWhatItMay(Room room) {
        var classes = room.classes();

        Walls.livesIn(room.packageName()).check(classes);
        Walls.knowsOnly(room.packageName(), room.knows()).check(classes);
    }

    @ParameterizedTest
    @MethodSource("ledgerKeepers")
    void decisionsKnowTheJdkAndTheSharedWordsAlone(Room service) {
        Walls.pureDomain(service.packageName()).check(service.classes());
        Walls.neverReadsTheClock().check(subset(service, "domain"));
    }

    @Test
    void cryptoIsALibraryWithoutSpringInputOutputOrAClock() {
        var crypto = Rooms.of("common-crypto").classes();

        Walls.neverUses("org.springframework..", "reactor..", "io.netty..", "jakarta..")
                .check(crypto);
        Walls.hasNoInputOrOutput(
                        ByteArrayInputStream.class, StringWriter.class, URI.class, URLDecoder.class, URLEncoder.class)
                .check(crypto);
        Walls.neverReadsTheClock().check(crypto);
    }

    @Test
    void eventsAreWordsWithoutSpringKafkaInputOrOutput() {
        var events = Rooms.of("common-events").classes();

        Walls.neverUses("org.springframework..", "org.apache.kafka..", "reactor..", "com.mongodb..", "org.bson..")
                .check(events);
        Walls.hasNoInputOrOutput(URLEncoder.class, URLDecoder.class).check(events);
        Walls.neverReadsTheClock().check(events);
    }

    @Test
    void whatEveryServiceSharesNamesNoFactOfAnyOfThem() {
        Walls.neverUses("io.koobridge.events.instance..")
                .check(Rooms.of("common-service").classes());
    }

    @Test
    void theGatewayHasNoStoreAndNoBinder() throws IOException {
        Walls.neverUses("com.mongodb..", "org.bson..", "org.springframework.cloud..")
                .check(Rooms.of("gateway-service").classes());
        assertThat(librariesOf("gateway-service"))
                .anyMatch(name -> name.startsWith("kafka-clients"))
                .noneMatch(name -> name.contains("mongo") || name.contains("spring-cloud") || name.contains("bson"));
    }

    @Test
    void consumersWaitInOnePlaceAlone() {
        var common = Rooms.of("common-service").classes();
        var waits = StreamSupport.stream(common.spliterator(), false)
                .filter(found -> !found.getPackageName().startsWith("io.koobridge.service.reconcile"))
                .flatMap(found -> found.getMethodCallsFromSelf().stream())
                .filter(Walls::blocks)
                .map(call -> call.getOriginOwner().getName())
                .toList();

        assertThat(waits).containsExactly("io.koobridge.service.facts.FactConsumer");
    }

    /** A reconciler works on a thread of its own, to the end; what it calls may wait. */
    @ParameterizedTest
    @MethodSource("ledgerKeepers")
    void aServiceWaitsInItsReconcilerAlone(Room service) {
        Walls.neverBlocks(service.packageName() + ".outside..", service.packageName() + ".reconcile..")
                .check(service.classes());
    }

    @Test
    void theGatewayNeverWaits() {
        Walls.neverBlocks("none").check(Rooms.of("gateway-service").classes());
        Walls.neverBlocks("none").check(Rooms.of("common-runtime").classes());
    }

    private static JavaClasses subset(Room room, String subpackage) {
        Path directory =
                room.classFiles().resolve(room.packageName().replace('.', '/')).resolve(subpackage);
        return new ClassFileImporter().importPath(directory);
    }

    private static List<String> classFiles(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> directory.relativize(file).toString())
                    .toList();
        }
    }

    private static List<String> librariesOf(String module) throws IOException {
        Path target = Repository.ROOT.resolve(module).resolve("target");
        try (var jars = Files.newDirectoryStream(target, module + "-*-app.jar")) {
            var found = jars.iterator();
            assertThat(found.hasNext())
                    .as("package first: the jar in %s", target)
                    .isTrue();
            try (var jar = new JarFile(found.next().toFile())) {
                return jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith("BOOT-INF/lib/"))
                        .map(name -> name.substring("BOOT-INF/lib/".length()))
                        .toList();
            }
        }
    }
}

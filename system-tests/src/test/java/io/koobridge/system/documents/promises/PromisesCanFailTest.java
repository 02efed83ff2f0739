package io.koobridge.system.documents.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that cannot fail is none. */
@Tag("promise:promises-are-shown")
class PromisesCanFailTest {

    private static final Promises PAGE = new Promises("""
            | promise | what | shown by |
            |---|---|---|
            | `kept` | What was promised is kept, always. | old |
            """);

    @Test
    void aPromiseThatNoTestShowsIsAFault() {
        assertThat(PAGE.faults(List.of())).containsExactly("no test shows kept");
    }

    @Test
    void aTestOfWhatNobodyPromisedIsAFault() {
        assertThat(PAGE.faults(List.of(test("kept", Optional.empty()), test("other", Optional.empty()))))
                .containsExactly("io.koobridge.ATest.works shows other, which nobody promised");
    }

    @Test
    void aTestThatIsNotRunIsAFault() {
        assertThat(PAGE.faults(List.of(test("kept", Optional.of(Trouble.notRun("it is abstract"))))))
                .containsExactly("io.koobridge.ATest.works is not run: it is abstract");
    }

    @Test
    void aPromiseThatStandsThereTwiceIsAFault() {
        assertThat(new Promises(PAGE.text() + PAGE.text()).faults(List.of(test("kept", Optional.empty()))))
                .containsExactly("a promise stands there twice");
    }

    @Test
    void aPageThatNamesOtherTestsIsOutOfDate() {
        assertThat(PAGE.shownBy(List.of(test("kept", Optional.empty()))))
                .isNotEqualTo(PAGE.text())
                .contains("always. | [ATest](../a/src/test/java/io/koobridge/ATest.java): works |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "PassedOver ~ @Test @Tag(\"promise:p\") void runs() {} ~ surefire takes no class of this name",
                "EmptyTest ~ @Tag(\"promise:p\") void helps() {} ~ no test of it runs",
                "HalfTest ~ @Tag(\"promise:p\") void helps() {} @Test void a() {} ~ it is no test",
                "OffTest ~ @Test @Disabled @Tag(\"promise:p\") void rests() {} @Test void a() {} ~ it runs not always: @Disabled",
            })
    void aTestThatTheBuildPassesOverIsSeen(String name, String body, String trouble, @TempDir Path directory)
            throws IOException {
        assertThat(compiled(directory, "class %s { %s }".formatted(name, body)).resolve(name + ".class"))
                .satisfies(file -> assertThat(troubles(file)).containsExactly(Optional.of(Trouble.notRun(trouble))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "@Disabled class ATest { @Test void a() {} } ~ ATest ~ it runs not always: @Disabled",
                "abstract class ATest { @Test void a() {} } ~ ATest ~ it is abstract",
                "@Disabled class CTest { @Nested @Tag(\"promise:p\") class ATest { @Test void a() {} } } ~ CTest$ATest ~ it runs not always: @Disabled",
                "class BTest { @Tag(\"promise:p\") static class ATest { @Test void a() {} } } ~ BTest$ATest ~ a class within another one runs only as @Nested",
            })
    void aClassThatTheBuildPassesOverIsSeen(String source, String name, String trouble, @TempDir Path directory)
            throws IOException {
        var tagged = source.contains("@Tag") ? source : "@Tag(\"promise:p\") " + source;

        assertThat(troubles(compiled(directory, tagged).resolve(name + ".class")))
                .containsExactly(Optional.of(Trouble.notRun(trouble)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class ATest { @Test @Tag(\"promise:p\") void a() { Assumptions.assumeTrue(1 > 0); } @Test void b() {} }",
                "class ATest { @Test @Tag(\"promise:p\") void a() { b(); } void b() { c(); } void c() { Assumptions.assumeTrue(1 > 0); } }",
                "class ATest { @Test @Tag(\"promise:p\") void a() { Runnable r = () -> b(); r.run(); } void b() { Assumptions.abort(); } }",
                "class ATest { @Test @Tag(\"promise:p\") void a() {} @BeforeEach void b() { Assumptions.assumeTrue(1 > 0); } }",
                "@Tag(\"promise:p\") class ATest { @Test void a() { b(); } @Test void c() { b(); } void b() { Assumptions.abort(); } }",
            })
    void aTestThatMayBeSkippedIsSeen(String source, @TempDir Path directory) throws IOException {
        assertThat(troubles(compiled(directory, source).resolve("ATest.class")))
                .containsExactly(Optional.of(Trouble.mayBeSkipped()));
    }

    @Test
    void aClassOfWhichSomeTestIsNeverSkippedShowsItsPromise(@TempDir Path directory) throws IOException {
        var classes = compiled(directory, """
                @Tag("promise:p") class ATest { @Test void a() {} @Test void b() { Assumptions.abort(); } }
                """);

        assertThat(troubles(classes.resolve("ATest.class"))).containsExactly(Optional.empty());
    }

    @Test
    void aPromiseIsNotShownByTestsThatMayBeSkippedAlone() {
        var sometimes = test("kept", Optional.of(Trouble.mayBeSkipped()));

        assertThat(PAGE.faults(List.of(sometimes))).containsExactly("only tests that may be skipped show kept");
        assertThat(PAGE.faults(List.of(sometimes, test("kept", Optional.empty()))))
                .isEmpty();
        assertThat(PAGE.shownBy(List.of(sometimes))).contains(": works (where its tools are installed) |");
    }

    @Test
    void aTestMayShowSeveralPromises(@TempDir Path directory) throws IOException {
        var classes = compiled(directory, """
                class ATest { @Test @Tag("promise:p") @Tag("promise:q") @Tag("slow") void runs() {} }
                """);

        assertThat(TestClass.of("a", classes.resolve("ATest.class")).defences())
                .extracting(Defence::promise)
                .containsExactly("p", "q");
        assertThat(troubles(classes.resolve("ATest.class"))).containsOnly(Optional.empty());
    }

    private static List<Optional<Trouble>> troubles(Path classFile) {
        return TestClass.of("a", classFile).defences().map(Defence::trouble).toList();
    }

    private static Path compiled(Path directory, String source) throws IOException {
        var file = Files.writeString(directory.resolve("Source.java"), "import org.junit.jupiter.api.*;" + source);
        var errors = new ByteArrayOutputStream();
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the build runs on a JDK");
        int status = compiler.run(
                null,
                null,
                errors,
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString(),
                file.toString());
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        return directory;
    }

    private static Defence test(String promise, Optional<Trouble> trouble) {
        return new Defence(promise, "a", "io.koobridge.ATest", Optional.of("works"), trouble);
    }
}

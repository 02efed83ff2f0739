package io.koobridge.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.koobridge.benchmark.load.report.PerformancePage;
import io.koobridge.benchmark.load.section.Section;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchmarkCommandTest {

    private final StringWriter errors = new StringWriter();

    @Test
    void aSectionThatIsNotThereIsAMistakeAndTheOthersAreNamed() {
        assertThat(run("--only", "weather", "--quick")).isEqualTo(Main.FAILED);
        assertThat(errors.toString()).contains("There is no section weather", "callbacks");
    }

    @Test
    void aTrialIsNotWrittenDown() {
        assertThat(run("--quick", "--write-docs")).isEqualTo(Main.FAILED);
        assertThat(errors.toString()).contains("leave out --write-docs");
    }

    @Test
    void aRunIsNotLongerThanItsCallsFitIntoMemory() {
        assertThat(run("--seconds", "60")).isEqualTo(Main.FAILED);
        assertThat(errors.toString()).contains("runs of 1 to 10 s");
    }

    @Test
    void anUnknownOptionIsAMistake() {
        assertThat(run("--fast")).isEqualTo(Main.FAILED);
    }

    @Test
    void thePageHasAPlaceForEverySection() {
        var page = PerformancePage.of(Path.of("../.."));

        assertThatCode(() -> page.requirePlaces(Sections.all())).doesNotThrowAnyException();
        assertThat(Sections.all())
                .extracting(Section::name)
                .doesNotHaveDuplicates()
                .hasSize(10);
    }

    private int run(String... arguments) {
        return Main.command().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}

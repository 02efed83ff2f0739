package io.koobridge.system.documents.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import io.koobridge.system.documents.Page;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is what the configuration classes say. */
@Tag("promise:documents-are-true")
class ConfigurationPageTest {

    private static final Page PAGE = Page.of("configuration.md");

    /** Modules whose variables a user sets; a service's are derived from its settings. */
    private static final List<String> TOOLS = List.of("local-stack", "cli", "example-product", "common-testkit");

    /** Beginnings of names that code completes, and names that are settings of a service in another spelling. */
    private static final String PARTS_OF_NAMES =
            "KOOBRIDGE_(KEY|PID|GATEWAY_ADDRESSES|INTERNAL_TOKENS|SEALING_(CONTACT|CREDENTIALS|USERS|CLIENTS)|LOGIN|TENANT_DIRECTORY)(_[0-3])?";

    @Test
    void thePageListsEverySettingAsItsClassDescribesIt() {
        var text = PAGE.text();
        for (var metadata : Metadata.ofAllModules()) {
            text = Page.with(text, metadata.module(), new SettingsTable(metadata).markdown());
        }
        PAGE.mustBe(text);
    }

    @Test
    void everySettingHasADescription() {
        assertThat(settings()).hasSizeGreaterThan(30).allSatisfy(setting -> assertThat(setting.description())
                .as("Javadoc of %s", setting.name())
                .isNotBlank());
    }

    @Test
    void whateverCodeReadsIsASettingWithADescription() {
        var known = settings()
                .map(setting -> setting.name().replaceAll("\\[0].*", ""))
                .toList();
        var read =
                services().flatMap(NamesInSources::mainTexts).flatMap(text -> NamesInSources.settings(text).stream());

        assertThat(read).isNotEmpty().allSatisfy(name -> assertThat(known)
                .as("described settings")
                .anyMatch(setting -> setting.equals(name)));
    }

    @Test
    void defaultsStandInClassesAlone() {
        assertThat(services().flatMap(NamesInSources::mainTexts))
                .noneMatch(text -> text.lines().anyMatch(line -> line.matches("koobridge(\\..*)?:.*")));
    }

    @Test
    void everyVariableOfTheToolsIsOnThePageAndNoOther() {
        var settings = settings().map(Setting::variable).toList();
        var read = new TreeSet<String>();
        TOOLS.stream()
                .flatMap(NamesInSources::mainTexts)
                .map(NamesInSources::variables)
                .forEach(read::addAll);
        read.addAll(NamesInSources.variables(Repository.read(Repository.ROOT.resolve("koobridge"))));
        read.removeIf(name -> settings.contains(name) || name.matches(PARTS_OF_NAMES));

        var text = PAGE.text();
        var tables = text.substring(text.indexOf("<!-- variables -->"));
        var shown = new TreeSet<String>();
        tables.lines()
                .filter(line -> line.startsWith("| `KOOBRIDGE_"))
                .forEach(line -> shown.addAll(NamesInSources.variables(line.substring(0, line.indexOf('|', 1)))));
        shown.removeAll(settings);

        assertThat(shown).isEqualTo(read);
    }

    @Test
    void aNameIsFoundHoweverItIsRead() {
        assertThat(NamesInSources.settings("""
                        @Value("${koobridge.a.b:0}") environment.getProperty("koobridge.c-d", "");
                        @ConditionalOnProperty("koobridge.e.f") @ConditionalOnProperty(name = "koobridge.g")
                        x: ${koobridge.h} Timer.builder("koobridge.meter") System.getProperty("koobridge.root")
                        """))
                .containsExactly("koobridge.a.b", "koobridge.c-d", "koobridge.e.f", "koobridge.g", "koobridge.h");
    }

    private static Stream<Setting> settings() {
        return Metadata.ofAllModules().stream().flatMap(metadata -> metadata.settings().stream());
    }

    /** All but the benchmarks, which nobody installs. */
    private static Stream<String> services() {
        return Repository.modules().stream().filter(module -> !module.startsWith("benchmarks/"));
    }
}

package io.koobridge.system.documents.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import io.koobridge.system.documents.Page;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} pictures what poms and code say. */
@Tag("promise:documents-are-true")
class ArchitecturePageTest {

    private static final Page PAGE = Page.of("architecture.md");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+/[A-Za-z/.-]+)`");

    @Test
    void modulesAndTopicsArePicturedAsTheyAre() {
        PAGE.mustBe(
                Page.with(Page.with(PAGE.text(), "modules", ModuleGraph.mermaid()), "topics", TopicTable.markdown()));
    }

    @Test
    void everyPlaceThatThePageNamesIsThere() {
        assertThat(CODE.matcher(PAGE.text()).results().map(place -> place.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(place -> assertThat(Files.exists(Repository.ROOT.resolve(place)))
                        .as(place)
                        .isTrue());
    }

    @Test
    void whatOnlyTestsNeedIsNoArrow() {
        assertThat(ModuleGraph.knownBy("""
                        <dependency><groupId>io.koobridge</groupId><artifactId>b</artifactId></dependency>
                        <dependency>
                          <groupId>io.koobridge</groupId>
                          <artifactId>a</artifactId>
                        </dependency>
                        <dependency><groupId>io.koobridge</groupId><artifactId>c</artifactId><scope>test</scope></dependency>
                        <dependency><groupId>org.other</groupId><artifactId>d</artifactId></dependency>
                        """)).containsExactly("a", "b");
    }
}

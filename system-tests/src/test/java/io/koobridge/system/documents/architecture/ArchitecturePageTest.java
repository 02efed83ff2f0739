package io.koobridge.system.documents.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import io.koobridge.system.documents.Page;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "resolve the order, at most 300 ms ~ gateway-service/src/main/java/io/koobridge/gateway/command/Purchases.java ~ ASK_FOR = Duration.ofMillis(300)",
                "does not answer within 300 ms ~ gateway-service/src/main/java/io/koobridge/gateway/command/Changes.java ~ ASK_FOR = Duration.ofMillis(300)",
                "The rungs are 1, 4, 16, 64, 256 and 600 s ~ common-service/src/main/java/io/koobridge/service/reconcile/Ladder.java ~ List.of(1, 4, 16, 64, 256, 600)",
                "until eighteen attempts are made ~ common-service/src/main/java/io/koobridge/service/reconcile/Ladder.java ~ ATTEMPTS = 18",
                "Stuck --> Claimed: hourly ~ common-service/src/main/java/io/koobridge/service/reconcile/Ladder.java ~ STUCK = Duration.ofHours(1)",
                "creation 15 min ~ provisioning-service/src/main/java/io/koobridge/provisioning/ledger/InstanceShape.java ~ CREATION = Duration.ofMinutes(15)",
                "others 2 h ~ provisioning-service/src/main/java/io/koobridge/provisioning/ledger/InstanceShape.java ~ ANY_OTHER = Duration.ofHours(2)",
                "Stuck --> Expired: 24 h ~ common-service/src/main/java/io/koobridge/service/ledger/Backlog.java ~ EXPIRES_AFTER = Duration.ofHours(24)",
                "The sweep looks every 30 s ~ common-service/src/main/java/io/koobridge/service/config/LedgerProperties.java ~ @DefaultValue(\"30s\") Duration sweepInterval",
            })
    void everyNumberOfThePicturesIsTheCodes(String words, String file, String code) {
        assertThat(PAGE.text().replaceAll("\\s+", " ")).contains(words);
        assertThat(Repository.read(Repository.ROOT.resolve(file))).contains(code);
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

package io.koobridge.provisioning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.InstanceFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/instance-states.md} is what the code does. {@code -Dkoobridge.write-docs} writes it. */
class StateDiagramTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "instance-states.md");

    @Tag("promise:states-are-drawn")
    @Test
    void theDocumentShowsWhatTheCodeDoes() throws IOException {
        if (Boolean.getBoolean("koobridge.write-docs")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document());
        }

        assertThat(DOCUMENT).content().isEqualTo(document());
    }

    @Test
    void everyStageIsDrawn() {
        var drawn = StateDiagram.SAMPLES.stream()
                .map(Stage::of)
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(drawn).isEqualTo(leaves(Stage.class).collect(Collectors.toSet()));
    }

    @Test
    void everyFactIsDrawn() {
        var drawn = StateDiagram.FACTS.stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(drawn).isEqualTo(leaves(InstanceFact.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StateDiagramTest::leaves)
                : Stream.of(type);
    }

    private static String document() {
        return """
                # The life of an instance

                Drawn from the code by `StateDiagramTest` (provisioning-service); do not edit. `mvn -pl provisioning-service -am test
                -Dtest=StateDiagramTest -Dsurefire.failIfNoSpecifiedTests=false -Dkoobridge.write-docs=true` draws it anew.

                ```mermaid
                %s
                ```

                A stage is what the marketplace may know. Whether reality is there yet is the generation's matter: an instance is *settled* when
                the generation that was last made real, or refused for good, is the one that is wanted.

                What a new fact does in each stage. Everything but *refused* is a success to the caller; a refused one is `000003` in SaaS V2.
                A fact that is known already changes nothing, unless what it asked for was refused for good: then it is tried again.
                One that is more than 5 s older than what it would change is stale, and a success too. *stored* may change what is wanted, and then
                the product is asked.

                %s
                """.formatted(StateDiagram.mermaid(), StateDiagram.table());
    }
}

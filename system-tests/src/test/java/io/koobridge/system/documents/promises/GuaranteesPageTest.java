package io.koobridge.system.documents.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.documents.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/guarantees.md} says what a user can rely on, and each sentence is shown by tests that the build runs. */
@Tag("promise:promises-are-shown")
class GuaranteesPageTest {

    private static final Page PAGE = Page.of("guarantees.md");
    private static final List<Defence> DEFENCES = Defences.all();

    @Test
    void everyPromiseIsShownByTestsThatRunAndNoTestShowsAnother() {
        assertThat(new Promises(PAGE.text()).faults(DEFENCES)).isEmpty();
    }

    @Test
    void thePageNamesTheTests() {
        PAGE.mustBe(new Promises(PAGE.text()).shownBy(DEFENCES));
    }

    @Test
    void theFirstPromiseIsThatRealityFollows() {
        var promises = new Promises(PAGE.text());

        assertThat(promises.ids()).hasSizeGreaterThan(40).startsWith("reality-follows");
        assertThat(promises.sentencesThatAreNone()).isEmpty();
    }
}

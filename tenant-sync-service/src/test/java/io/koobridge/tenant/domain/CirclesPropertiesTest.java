package io.koobridge.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.domain.Circles.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class CirclesPropertiesTest {

    @Property
    void withoutTheLinksThatAreCutEverybodyStandsUnderATopDepartment(@ForAll("links") List<Link> links) {
        var cut = Circles.cut(links);
        var parents = new HashMap<String, @Nullable String>();
        links.forEach(link -> parents.put(link.code(), cut.contains(link.code()) ? null : link.parent()));

        for (var link : links) {
            assertThat(climb(link.code(), parents)).as("%s of %s", link, links).isTrue();
        }
    }

    @Property
    void whatIsNotPartOfACircleKeepsItsLink(@ForAll("links") List<Link> links) {
        var parents = new HashMap<String, @Nullable String>();
        links.forEach(link -> parents.put(link.code(), link.parent()));

        for (var code : Circles.cut(links)) {
            assertThat(meetsItself(code, parents)).as("%s of %s", code, links).isTrue();
        }
    }

    @Property
    void theOrderInWhichTheyAreReadDoesNotMatter(@ForAll("links") List<Link> links, @ForAll long seed) {
        var shuffled = new ArrayList<>(links);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Circles.cut(shuffled)).isEqualTo(Circles.cut(links));
    }

    @Example
    void ofACircleTheLinkThatWasToldLastIsCut() {
        assertThat(Circles.cut(List.of(new Link("A", "B", 5), new Link("B", "C", 9), new Link("C", "A", 7))))
                .isEqualTo(Set.of("B"));
    }

    @Provide
    Arbitrary<List<Link>> links() {
        var code = Arbitraries.integers().between(0, 11).map(number -> "D" + number);
        var link = Combinators.combine(
                        code, code.injectNull(0.2), Arbitraries.longs().between(1, 5))
                .as(Link::new);
        return link.list().ofMaxSize(12).uniqueElements(Link::code);
    }

    private static boolean climb(String code, Map<String, @Nullable String> parents) {
        var seen = new HashSet<String>();
        for (var at = code; at != null; at = parents.get(at)) {
            if (!seen.add(at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean meetsItself(String code, Map<String, @Nullable String> parents) {
        var at = parents.get(code);
        for (int steps = 0; at != null && steps <= parents.size(); steps++) {
            if (at.equals(code)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }
}

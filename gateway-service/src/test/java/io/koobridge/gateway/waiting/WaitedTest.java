package io.koobridge.gateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitedTest {

    @Test
    void thePageLooksEveryTwoSecondsAtFirstAndEveryTenInTheEnd() {
        var delays = Stream.iterate(Waited.of(null), Waited::next)
                .limit(200)
                .mapToInt(Waited::delay)
                .toArray();

        assertThat(delays).startsWith(2, 2, 2).endsWith(10, 10, 10).isSorted();
    }

    @Test
    void whatThePageCountsItReads() {
        assertThat(Waited.of("waited=34")).isEqualTo(new Waited(34));
        assertThat(Waited.of("waited=99999").next()).isEqualTo(new Waited(99_999));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"waited=", "waited=-1", "waited=100000", "waited=x", "x=1&waited=3", "waited=3&x", "waited=٣"})
    void anythingElseIsTheBeginning(String query) {
        assertThat(Waited.of(query)).isEqualTo(new Waited(0));
    }
}

package io.koobridge.tenant.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(3, 2);

    @Test
    void oneEnterpriseTakesNoMoreThanItsShare() {
        assertThat(places.take("slow")).isTrue();
        assertThat(places.take("slow")).isTrue();
        assertThat(places.take("slow")).isFalse();
        assertThat(places.take("other")).isTrue();
        assertThat(places.take("third")).isFalse();

        places.leave("slow");

        assertThat(places.take("third")).isTrue();
    }

    @Test
    void whoeverLeavesMayComeAgain() {
        for (int login = 0; login < 10; login++) {
            assertThat(places.take("slow")).isTrue();
            places.leave("slow");
        }
    }
}

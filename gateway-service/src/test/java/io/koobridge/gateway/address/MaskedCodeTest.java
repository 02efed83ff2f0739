package io.koobridge.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MaskedCodeTest {

    @Test
    void theEndOfACodeIsShownAndNothingElse() {
        assertThat(MaskedCode.of("PLDEMO0000000001")).isEqualTo("***0001");
        assertThat(MaskedCode.of("PLDEMO00001")).isEqualTo("***");
        assertThat(AddressKind.LICENSE_CODE.shown("PLDEMO0000000001")).isEqualTo("***0001");
        assertThat(AddressKind.LICENSE.shown("i-1")).isEqualTo("i-1");
    }

    @Property
    void mostOfAnyCodeIsHidden(@ForAll String code) {
        assertThat(MaskedCode.of(code).length()).isLessThanOrEqualTo(Math.max(3, code.length() / 3 + 3));
    }
}

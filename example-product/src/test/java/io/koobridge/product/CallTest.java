package io.koobridge.product;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [] | a call is a JSON object
            {"generation":1,"wanted":"ACTIVE"} | instanceId is missing
            {"instanceId":"kb1","wanted":"ACTIVE"} | generation is missing
            {"instanceId":"kb1","generation":1.5,"wanted":"ACTIVE"} | generation is missing
            {"instanceId":"kb1","generation":1,"wanted":"GONE"} | wanted must be one of
            """)
    void whatIsNoCallIsRefusedByName(String json, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> Call.read(json)).withMessageContaining(why);
    }

    @Property
    void anyTextIsACallOrIsNot(@ForAll String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Call.read(text));
    }
}

package io.koobridge.simulator.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FilterTest {
    private static final JsonNode USER = new JsonMapper().readTree("""
            {"userName":"Li.Lei@acme", "externalId":"X-1", "active":true, "name":{"formatted":"李雷"},
             "emails":[{"type":"work","value":"li@acme.example"},{"type":"home","value":"lei@home.example"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"D1"}}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"li.lei@ACME\"",
                "USERNAME EQ \"li.lei@acme\"",
                "externalId eq \"X-1\"",
                "active eq true",
                "name.formatted eq \"李雷\"",
                "emails.value co \"home\"",
                "emails eq \"li@acme.example\"",
                "userName sw \"li\" and userName ew \"acme\" and externalId pr",
                "userName ne \"other\"",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"li.lei@acme\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"d1\""
            })
    void findsWhatIsThere(String filter) {
        assertThat(Filter.of(filter).holds(USER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"li\"",
                "externalId eq \"x-1\"",
                "active eq false",
                "active eq \"true\"",
                "title pr",
                "emails.type eq \"other\"",
                "userName eq \"li.lei@acme\" and active eq false"
            })
    void doesNotFindWhatIsNotThere(String filter) {
        assertThat(Filter.of(filter).holds(USER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "userName",
                "userName eq",
                "userName eq li",
                "userName eq \"a\" or active eq true",
                "(userName eq \"a\")",
                "userName like \"a\"",
                "userName eq \"a\" and",
                "count eq 1.2.3"
            })
    void refusesWhatItCannotRead(String filter) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Filter.of(filter))
                .satisfies(refusal -> assertThat(refusal.body()).containsEntry("scimType", "invalidFilter"));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Filter.of("userName eq \"" + "a".repeat(2_000) + "\""));
    }

    @Test
    void saysWhatMustBeEqual() {
        Filter filter = Filter.of("active eq true and userName eq \"a\"");

        assertThat(filter.wanted("userName")).isEqualTo("a");
        assertThat(filter.wanted("externalId")).isNull();
    }
}

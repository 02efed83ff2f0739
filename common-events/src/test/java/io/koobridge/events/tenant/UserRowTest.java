package io.koobridge.events.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRowTest {

    @Test
    void aUserIsSealedAsOneOfHisTenant() {
        assertThat(UserRow.sealedAs("t-1", "li/lei")).isEqualTo("t-1/li/lei");
    }

    @Tag("promise:personal-data-are-sealed")
    @ParameterizedTest
    @CsvSource({"a/b, c, a, b/c", "a%2Fb, c, a/b, c", "a%252Fb, c, a%2Fb, c", "a%, b, a%25, b", "a/, b, a, /b"})
    void noTwoUsersAreSealedAsTheSame(String tenant, String user, String anotherTenant, String anotherUser) {
        assertThat(UserRow.sealedAs(tenant, user)).isNotEqualTo(UserRow.sealedAs(anotherTenant, anotherUser));
    }
}

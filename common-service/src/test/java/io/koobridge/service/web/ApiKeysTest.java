package io.koobridge.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    /** {@code printf %s test-key-0123456789 | sha256sum}. */
    private static final String SHA256 = "0b026dcaf52dd2d7e8b377ed75182bfcc65497aff885b3a37dd1be1a75ca394d";

    @Test
    void aKeyIsKnownByItsDigestAlone() {
        var keys = new ApiKeys("koobridge.door.api-keys", List.of(new ApiKey("app", SHA256)));

        assertThat(keys.admitted("Bearer test-key-0123456789")).hasValue("app");
        assertThat(keys.admitted("bearer test-key-0123456789")).hasValue("app");
        assertThat(keys.admitted("Bearer " + SHA256)).isEmpty();
        assertThat(keys.admitted("Bearer short")).isEmpty();
        assertThat(keys.admitted("Bearer " + "x".repeat(513))).isEmpty();
        assertThat(new ApiKeys("koobridge.door.api-keys", List.of()).admitted("Bearer test-key-0123456789"))
                .isEmpty();
    }

    @Test
    void whatIsNoKeyStartsNothing() {
        assertThatThrownBy(() -> new ApiKey("app", "test-key-0123456789"))
                .hasMessage("api-keys: sha256 of app must have 64 hexadecimal digits");
        assertThatThrownBy(() -> new ApiKey("my app", SHA256)).hasMessageContaining("api-keys: each id needs");
        assertThatThrownBy(() -> new ApiKeys(
                        "koobridge.door.api-keys", List.of(new ApiKey("a", SHA256), new ApiKey("a", SHA256))))
                .hasMessage("koobridge.door.api-keys lists a twice");
    }
}

package io.koobridge.tenant.outside.scim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import reactor.core.publisher.Mono;

/** How KooBridge is known to the SCIM server. */
interface Authorization {

    /** The header's value. Part of the call that it is for, within its limits. */
    Mono<String> header();

    /** The server did not accept what was sent. */
    void refused();

    /** The settings to compare, for people. */
    String keys();

    static Authorization bearer(String token) {
        return new Fixed("Bearer " + token, ScimSettings.KEY + ".token");
    }

    static Authorization basic(String userName, String password) {
        var pair = Base64.getEncoder().encodeToString((userName + ":" + password).getBytes(UTF_8));
        return new Fixed("Basic " + pair, ScimSettings.KEY + ".basic");
    }

    /** The same each time. */
    record Fixed(String value, String keys) implements Authorization {

        @Override
        public Mono<String> header() {
            return Mono.just(value);
        }

        @Override
        public void refused() {
            // Another one is configured, not asked for.
        }

        @Override
        public String toString() {
            return keys;
        }
    }
}

package io.koobridge.tenant.login.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import io.koobridge.events.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What we gave to a browser and want to know again. The first secret makes tags, each of them verifies. */
public final class Seals {

    static final Duration ROUND_TRIP = Duration.ofMinutes(15);

    /** A secret that serves for something else as well never makes the same tag there. */
    private static final byte[] ROUND_TRIPS = "koobridge.login.round-trip:".getBytes(UTF_8);

    private static final byte[] LOGOUTS = "koobridge.login.logout:".getBytes(UTF_8);
    private static final int LONGEST = 3_800;

    private final List<byte[]> secrets;
    private final Clock clock;

    public Seals(List<String> secrets, Clock clock) {
        this.secrets = secrets.stream().map(secret -> secret.getBytes(UTF_8)).toList();
        this.clock = clock;
    }

    String write(RoundTrip trip) {
        var text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.mapper().writeValueAsBytes(trip));
        return text + "." + tag(ROUND_TRIPS, text);
    }

    /** Empty for what is not ours, another application's, or too old. */
    Optional<RoundTrip> read(String cookie, String application) {
        int dot = cookie.indexOf('.');
        if (cookie.length() > LONGEST
                || dot < 1
                || !verifies(ROUND_TRIPS, cookie.substring(0, dot), cookie.substring(dot + 1))) {
            return Optional.empty();
        }
        try {
            var json = Base64.getUrlDecoder().decode(cookie.substring(0, dot));
            return Optional.of(Json.mapper().readValue(json, RoundTrip.class))
                    .filter(trip -> trip.application().equals(application))
                    .filter(trip -> clock.instant().isBefore(trip.begun().plus(ROUND_TRIP)));
        } catch (JacksonException | IllegalArgumentException older) {
            return Optional.empty();
        }
    }

    /** Whoever knows it saw our page: another site's link ends nobody's session. */
    String confirmation(String session) {
        return tag(LOGOUTS, session);
    }

    boolean confirms(String session, String confirmation) {
        return verifies(LOGOUTS, session, confirmation);
    }

    private String tag(byte[] purpose, String text) {
        return HmacSha256.of(secrets.getFirst(), purpose, text.getBytes(UTF_8)).hex();
    }

    private boolean verifies(byte[] purpose, String text, String hex) {
        var shown = MacTag.ofHex(hex);
        return shown.isPresent()
                && secrets.stream().anyMatch(secret -> HmacSha256.of(secret, purpose, text.getBytes(UTF_8))
                        .equals(shown.get()));
    }
}

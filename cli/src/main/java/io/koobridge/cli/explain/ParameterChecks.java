package io.koobridge.cli.explain;

import static io.koobridge.cli.explain.Check.notReached;
import static io.koobridge.cli.explain.Check.right;
import static io.koobridge.cli.explain.Check.wrong;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.ParameterCheck;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks that a gateway makes before it reads the body, each by itself: a gateway stops at the first that fails. */
final class ParameterChecks {

    private static final String UNIT = "timestamp unit";
    static final String WINDOW = "time window";
    private static final String NONCE = "nonce";

    private static final Set<Rejection> ABOUT_PRESENCE = EnumSet.of(
            Rejection.PARAMETER_REPEATED,
            Rejection.TIMESTAMP_MISSING,
            Rejection.NONCE_MISSING,
            Rejection.SIGNATURE_MISSING);
    private static final Set<Rejection> ABOUT_TIMESTAMP =
            EnumSet.of(Rejection.TIMESTAMP_NOT_A_NUMBER, Rejection.TIMESTAMP_LENGTH);

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long MOST_HOURS = 14;

    private final SignatureRule rule;
    private final QueryParameters query;
    private final Received received;

    ParameterChecks(SignatureRule rule, QueryParameters query, Received received) {
        this.rule = rule;
        this.query = query;
        this.received = received;
    }

    List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.add(presence());
        var signedAt = signedAt();
        var timestamp = query.value(SignatureParameters.TIMESTAMP);
        checks.add(unit(timestamp, signedAt));
        checks.add(signedAt.map(this::window).orElseGet(() -> notReached(WINDOW, "the time stamp cannot be read")));
        checks.add(nonce(signedAt));
        return checks;
    }

    private Check presence() {
        var missing = Stream.of(SignatureParameters.SIGNATURE, SignatureParameters.TIMESTAMP, SignatureParameters.NONCE)
                .filter(name -> query.value(name).isBlank())
                .toList();
        var repeated = Stream.of(
                        SignatureParameters.SIGNATURE, SignatureParameters.TIMESTAMP, SignatureParameters.NONCE)
                .filter(name -> query.raw().getOrDefault(name, List.of()).size() > 1)
                .toList();
        if (!repeated.isEmpty()) {
            return wrong(rule.place(), "sent more than once: " + shown(repeated));
        }
        if (!missing.isEmpty()) {
            var others = query.raw().keySet().stream()
                    .filter(name -> missing.stream().anyMatch(name::equalsIgnoreCase))
                    .toList();
            return wrong(
                    rule.place(),
                    "missing: " + shown(missing)
                            + (others.isEmpty() || missing.containsAll(others)
                                    ? ""
                                    : " (there is " + String.join(", ", others) + ": names are in lower case)"));
        }
        return right(
                rule.place(),
                "%s, %s and %s are there, each once"
                        .formatted(
                                rule.shown(SignatureParameters.SIGNATURE),
                                rule.shown(SignatureParameters.TIMESTAMP),
                                rule.shown(SignatureParameters.NONCE)));
    }

    private String shown(List<String> names) {
        return names.stream().map(rule::shown).collect(Collectors.joining(", "));
    }

    private Check unit(String timestamp, Optional<Instant> signedAt) {
        if (timestamp.isEmpty()) {
            return notReached(UNIT, "there is no time stamp");
        }
        return signedAt.map(at -> right(
                        UNIT,
                        "%d digits: %s, %s"
                                .formatted(
                                        timestamp.length(), timestamp.length() == 10 ? "seconds" : "milliseconds", at)))
                .orElseGet(() -> wrong(UNIT, timestampFlaw(timestamp)));
    }

    private static String timestampFlaw(String timestamp) {
        return timestamp.chars().allMatch(c -> c >= '0' && c <= '9')
                ? "%d digits: neither seconds (10) nor milliseconds (13)".formatted(timestamp.length())
                : "it is not made of decimal digits";
    }

    private Check window(Instant signedAt) {
        var distance = Duration.between(signedAt, received.at());
        if (!received.known() && distance.compareTo(SignatureParameters.WINDOW) > 0) {
            return notReached(WINDOW, "not known: give --received-at, the gateway's clock when the call came");
        }
        var apart = apart(distance.abs());
        if (distance.abs().compareTo(SignatureParameters.WINDOW) <= 0) {
            return right(WINDOW, "signed %s %s it was received; 60 s are allowed".formatted(apart, side(distance)));
        }
        return wrong(
                WINDOW,
                "signed %s %s it was received at %s; 60 s are allowed%s"
                        .formatted(apart, side(distance), received.at(), hint(distance)));
    }

    private static String apart(Duration distance) {
        if (distance.compareTo(Duration.ofMinutes(10)) < 0) {
            return "%.3f s".formatted(distance.toMillis() / 1_000.0);
        }
        return distance.toDays() == 0
                ? "%d h %d min".formatted(distance.toHours(), distance.toMinutesPart())
                : "%d days %d h".formatted(distance.toDays(), distance.toHoursPart());
    }

    private static String side(Duration distance) {
        return distance.isNegative() ? "after" : "before";
    }

    /** Local time taken for UTC is the usual reason for whole hours, but not the only one. */
    private static String hint(Duration distance) {
        long millis = Math.abs(distance.toMillis());
        long hours = Math.round((double) millis / HOUR);
        boolean whole = hours >= 1
                && hours <= MOST_HOURS
                && Math.abs(millis - hours * HOUR) <= SignatureParameters.WINDOW.toMillis();
        return whole ? " (about %d whole hours: perhaps local time was taken for UTC)".formatted(hours) : "";
    }

    private Check nonce(Optional<Instant> signedAt) {
        var nonce = query.value(SignatureParameters.NONCE);
        if (nonce.isBlank()) {
            return notReached(NONCE, "there is no nonce");
        }
        // With a time that is in the window and a well-formed signature, only the nonce can be complained of.
        var now = signedAt.orElse(received.at());
        var timestamp =
                signedAt.map(_ -> query.value(SignatureParameters.TIMESTAMP)).orElse(Long.toString(now.toEpochMilli()));
        return rejection(timestamp, nonce, now)
                .map(rejection -> wrong(NONCE, rejection.explanation()))
                .orElseGet(() -> right(NONCE, "%d characters".formatted(nonce.length())));
    }

    private static Optional<Rejection> rejection(String timestamp, String nonce, Instant now) {
        var complete = Map.of(
                SignatureParameters.SIGNATURE, List.of("0".repeat(64)),
                SignatureParameters.TIMESTAMP, List.of(timestamp),
                SignatureParameters.NONCE, List.of(nonce));
        return SignatureParameters.check(complete, now) instanceof ParameterCheck.Rejected(var rejection)
                        && !ABOUT_PRESENCE.contains(rejection)
                        && !ABOUT_TIMESTAMP.contains(rejection)
                ? Optional.of(rejection)
                : Optional.empty();
    }

    /** Empty when the text is no time stamp. */
    Optional<Instant> signedAt() {
        var text = query.value(SignatureParameters.TIMESTAMP);
        if (!text.matches("[0-9]{10}|[0-9]{13}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        return Optional.of(text.length() == 10 ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value));
    }
}

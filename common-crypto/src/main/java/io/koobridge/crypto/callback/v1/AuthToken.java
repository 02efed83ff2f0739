package io.koobridge.crypto.callback.v1;

import static io.koobridge.crypto.callback.v1.QueryReading.plusRestored;

import io.koobridge.crypto.callback.CompactJson;
import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.TokenCheck.Rejected;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.mac.MacTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The V1 request token, both sides (saas-v1 §7.1, §7.2):
 *
 * <pre>
 * authToken = Base64(HMAC-SHA256(accessKey || timeStamp, name=value&amp;name=value…))
 * </pre>
 *
 * <p>A verified call may be a repetition of any age: V1 knows no time window and no nonce (§10 A3).
 */
public final class AuthToken {

    /** The parameter, the header and the body's member. */
    public static final String NAME = "authToken";

    /** Milliseconds by the book; as text it is part of the HMAC's key. */
    public static final String TIME_STAMP = "timeStamp";

    private AuthToken() {}

    /**
     * Of a GET. Tries the meanings of {@link QueryReading} in their order, empty values first kept and then left out (§10 A5), each with
     * every active key. What verifies is refused all the same when its {@link Boundaries} are doubtful. Never throws, whatever the query is;
     * the caller bounds its length, and more than {@value Parameter#MOST} parameters
     * are refused unread: nobody needs a key to send them.
     *
     * @param rawQuery without the question mark, exactly as received
     * @param now decides which keys are active
     */
    public static TokenCheck verify(String rawQuery, KeyRing keys, Instant now) {
        Optional<QueryReading.Decoded> read = QueryReading.Decoded.of(rawQuery);
        if (read.isEmpty()) {
            return new Rejected(Rejection.MESSAGE_UNREADABLE);
        }
        QueryReading.Decoded query = read.get();
        List<Parameter> form = query.form();
        // Names differ between readings only where a plus is in a name.
        if (repeats(form) || repeats(query.percent())) {
            return new Rejected(Rejection.PARAMETER_REPEATED);
        }
        return check(
                value(form, NAME),
                value(form, TIME_STAMP),
                candidates(query.readings()).iterator(),
                keys.active(now),
                Boundaries.BASE);
    }

    /**
     * Of a POST. Tries the meanings of {@link BodyReading} in their order, blank members first left out and then kept (§10 A5).
     * What verifies is refused all the same when its {@link Boundaries} are doubtful. Never throws, whatever the body is; the caller bounds its size.
     *
     * @param headerToken the header {@code authToken}, perhaps in quotation marks; without one the body's member of that name counts
     * @param now decides which keys are active
     */
    public static TokenCheck verifyBody(@Nullable String headerToken, byte[] body, KeyRing keys, Instant now) {
        Optional<List<Parameter>> read = BodyMembers.of(body);
        if (read.isEmpty()) {
            return new Rejected(Rejection.MESSAGE_UNREADABLE);
        }
        return repeats(read.get())
                ? new Rejected(Rejection.PARAMETER_REPEATED)
                : check(headerToken, read.get(), ofBody(read.get()), keys.active(now), Boundaries.BASE);
    }

    /**
     * Of a call of the joint-operations kit (tenant-sync §3.2). As {@link #verifyBody}, but the values may have been URL-encoded for the signature alone, of a
     * member that repeats the last one counts (design §10), a byte order mark does not, and what enterprises, departments and users are called is no reason for doubt.
     *
     * @param headerToken the header {@code authToken}, perhaps in quotation marks; without one the body's member of that name counts
     * @param now decides which keys are active
     */
    public static TokenCheck verifyKit(@Nullable String headerToken, byte[] body, KeyRing keys, Instant now) {
        return BodyMembers.of(CompactJson.withoutMark(body))
                .map(AuthToken::lastOfEach)
                .map(members -> check(
                        headerToken,
                        members,
                        Stream.concat(ofBody(members), Stream.of(() -> SignedParameters.ofTellingEncoded(members))),
                        keys.active(now),
                        Boundaries.KIT))
                .orElseGet(() -> new Rejected(Rejection.MESSAGE_UNREADABLE));
    }

    /** What is wrong with a header {@code authToken} by itself, before anything that it signs was read; empty when nothing is. */
    public static Optional<Rejection> flawOfHeader(@Nullable String headerToken) {
        String token = headerToken == null ? "" : HeaderToken.unquoted(headerToken);
        if (token.isBlank()) {
            return Optional.of(Rejection.AUTH_TOKEN_MISSING);
        }
        return MacTag.ofBase64(plusRestored(token)).isPresent()
                ? Optional.empty()
                : Optional.of(Rejection.AUTH_TOKEN_MALFORMED);
    }

    private static Stream<Supplier<SignedParameters>> ofBody(List<Parameter> members) {
        return BodyReading.all(members)
                .flatMap(each -> Stream.of(() -> SignedParameters.ofTelling(each), () -> SignedParameters.of(each)));
    }

    private static TokenCheck check(
            @Nullable String headerToken,
            List<Parameter> members,
            Stream<Supplier<SignedParameters>> candidates,
            List<AccessKey> keys,
            Boundaries boundaries) {
        return check(token(headerToken, members), value(members, TIME_STAMP), candidates.iterator(), keys, boundaries);
    }

    private static List<Parameter> lastOfEach(List<Parameter> members) {
        var last = new LinkedHashMap<String, Parameter>();
        members.forEach(each -> last.put(each.name(), each));
        return List.copyOf(last.values());
    }

    /** What may have been signed of a query; nothing is made before it is come to: nearly every call verifies as the first of them. */
    static List<Supplier<SignedParameters>> candidates(List<Supplier<List<Parameter>>> readings) {
        var candidates = new ArrayList<Supplier<SignedParameters>>();
        readings.forEach(reading -> candidates.add(() -> SignedParameters.of(reading.get())));
        readings.forEach(reading -> candidates.add(() -> SignedParameters.ofTelling(reading.get())));
        return candidates;
    }

    /**
     * The token of a POST, as it is verified.
     *
     * @param header {@code authToken}, perhaps in quotation marks; without one the member of that name counts
     * @return empty when there is none
     */
    public static String token(@Nullable String header, List<Parameter> members) {
        String inHeader = header == null ? "" : HeaderToken.unquoted(header);
        return inHeader.isEmpty() ? value(members, NAME) : inHeader;
    }

    /**
     * Signs as the marketplace does.
     *
     * @param parameters decoded; {@code timeStamp} is one of them, {@code authToken} is not. Empty values are signed as they are
     * @return 44 characters of Base64
     */
    public static String sign(AccessKey key, Map<String, String> parameters) {
        String timeStamp = parameters.get(TIME_STAMP);
        if (timeStamp == null || parameters.containsKey(NAME)) {
            throw new IllegalArgumentException(
                    "what is signed has a '" + TIME_STAMP + "' and no '" + NAME + "', not: " + parameters.keySet());
        }
        return new SignedParameters(parameters).tag(key, timeStamp).base64();
    }

    private static TokenCheck check(
            String received,
            String timeStamp,
            Iterator<Supplier<SignedParameters>> candidates,
            List<AccessKey> keys,
            Boundaries boundaries) {
        if (received.isBlank()) {
            return new Rejected(Rejection.AUTH_TOKEN_MISSING);
        }
        Optional<Rejection> flaw = TimeStamp.flaw(timeStamp);
        if (flaw.isPresent()) {
            return new Rejected(flaw.get());
        }
        Optional<MacTag> token = MacTag.ofBase64(plusRestored(received));
        if (token.isEmpty()) {
            return new Rejected(Rejection.AUTH_TOKEN_MALFORMED);
        }
        if (keys.isEmpty()) {
            return new Rejected(Rejection.NO_ACTIVE_KEY);
        }
        // Loops here and below: each V1 call comes by, and streams would cost more than the digest.
        var tried = new HashSet<String>();
        while (candidates.hasNext()) {
            SignedParameters candidate = candidates.next().get();
            AccessKey signer = tried.add(candidate.text()) ? signer(token.get(), timeStamp, candidate, keys) : null;
            if (signer != null) {
                return unambiguous(new Verified(signer, token.get().base64(), candidate.values()), boundaries);
            }
        }
        return new Rejected(Rejection.AUTH_TOKEN_MISMATCH);
    }

    private static TokenCheck unambiguous(Verified verified, Boundaries boundaries) {
        return boundaries.doubtful(verified.parameters()).isPresent()
                ? new Rejected(Rejection.AUTH_TOKEN_AMBIGUOUS)
                : verified;
    }

    private static @Nullable AccessKey signer(
            MacTag token, String timeStamp, SignedParameters candidate, List<AccessKey> keys) {
        for (AccessKey key : keys) {
            if (candidate.tag(key, timeStamp).equals(token)) {
                return key;
            }
        }
        return null;
    }

    private static boolean repeats(List<Parameter> parameters) {
        var names = new HashSet<String>();
        for (Parameter each : parameters) {
            if (!names.add(each.name())) {
                return true;
            }
        }
        return false;
    }

    /** Empty when it is missing. */
    private static String value(List<Parameter> parameters, String name) {
        for (Parameter each : parameters) {
            if (each.name().equals(name)) {
                return each.value();
            }
        }
        return "";
    }
}

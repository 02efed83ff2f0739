package io.koobridge.crypto.callback.v1;

import static io.koobridge.crypto.callback.v1.QueryReading.plusRestored;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.TokenCheck.Rejected;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.mac.MacTag;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * every active key. Never throws, whatever the query is; the caller bounds its length, and more than {@value Parameter#MOST} parameters
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
        if (repeats(form) || query.percent() != form && repeats(query.percent())) {
            return new Rejected(Rejection.PARAMETER_REPEATED);
        }
        Stream<SignedParameters> candidates = Stream.concat(
                query.readings().map(SignedParameters::of), query.readings().map(SignedParameters::ofTelling));
        return check(value(form, NAME), value(form, TIME_STAMP), candidates, keys.active(now));
    }

    /**
     * Of a POST. Tries the members as they are, blank ones first left out and then kept (§10 A5), and after that their URL-decoded values.
     * Never throws, whatever the body is; the caller bounds its size.
     *
     * @param headerToken the header {@code authToken}, perhaps in quotation marks; without one the body's member of that name counts
     * @param now decides which keys are active
     */
    public static TokenCheck verifyBody(@Nullable String headerToken, byte[] body, KeyRing keys, Instant now) {
        Optional<List<Parameter>> read = BodyMembers.of(body);
        if (read.isEmpty()) {
            return new Rejected(Rejection.MESSAGE_UNREADABLE);
        }
        List<Parameter> members = read.get();
        if (repeats(members)) {
            return new Rejected(Rejection.PARAMETER_REPEATED);
        }
        Stream<SignedParameters> candidates = Stream.of(Optional.of(members), urlDecoded(members))
                .flatMap(Optional::stream)
                .flatMap(each -> Stream.of(SignedParameters.ofTelling(each), SignedParameters.of(each)));
        String inHeader = headerToken == null ? "" : HeaderToken.unquoted(headerToken);
        String token = inHeader.isEmpty() ? value(members, NAME) : inHeader;
        return check(token, value(members, TIME_STAMP), candidates, keys.active(now));
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
            String received, String timeStamp, Stream<SignedParameters> candidates, List<AccessKey> keys) {
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
        var tried = new HashSet<String>();
        return candidates
                .filter(candidate -> tried.add(candidate.text()))
                .flatMap(candidate -> signer(token.get(), timeStamp, candidate, keys).stream()
                        .<TokenCheck>map(key -> new Verified(key, token.get().base64(), candidate.values())))
                .findFirst()
                .orElseGet(() -> new Rejected(Rejection.AUTH_TOKEN_MISMATCH));
    }

    private static Optional<AccessKey> signer(
            MacTag token, String timeStamp, SignedParameters candidate, List<AccessKey> keys) {
        return keys.stream()
                .filter(key -> candidate.tag(key, timeStamp).equals(token))
                .findFirst();
    }

    private static Optional<List<Parameter>> urlDecoded(List<Parameter> members) {
        List<Parameter> decoded = members.stream()
                .flatMap(each ->
                        UrlText.formDecoded(each.value()).map(value -> new Parameter(each.name(), value)).stream())
                .toList();
        return decoded.size() == members.size() ? Optional.of(decoded) : Optional.empty();
    }

    private static boolean repeats(List<Parameter> parameters) {
        var names = new HashSet<String>();
        return !parameters.stream().map(Parameter::name).allMatch(names::add);
    }

    /** Empty when it is missing. */
    private static String value(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(each -> each.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }
}

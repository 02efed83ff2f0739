package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.cli.explain.Check.Result;
import io.koobridge.crypto.callback.CompactJson;
import io.koobridge.crypto.callback.v2.CanonicalForm;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.mac.MacTag;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Explains one call. Pure: the same call, keys and time always have the same explanation. */
public final class Explanation {

    private static final String BODY = "body";
    private static final String FORM = "signature form";
    private static final String SIGNATURE = "signature";

    private final SignatureRule rule;
    private final QueryParameters query;
    private final byte[] body;
    private final List<GivenKey> keys;
    private final Received received;

    private Explanation(SignatureRule rule, Call call, List<GivenKey> keys, Received received) {
        this.rule = rule;
        this.query = rule.parameters(call);
        this.body = call.body();
        this.keys = List.copyOf(keys);
        this.received = received;
    }

    /**
     * Which part of the signature is wrong.
     *
     * @param keys those that the address is configured with, and others that may have been used by mistake
     * @param received the clock that the gateway had
     */
    public static Diagnosis of(Call call, List<GivenKey> keys, Received received) {
        return new Explanation(SignatureRule.BASE, call, keys, received).diagnosis();
    }

    /** The same of a call of the joint-operations kit in V2, which is signed in headers. */
    static Diagnosis ofKit(Call call, List<GivenKey> keys, Received received) {
        return new Explanation(SignatureRule.KIT, call, keys, received).diagnosis();
    }

    private Diagnosis diagnosis() {
        var parameters = new ParameterChecks(rule, query, received);
        var checks = new ArrayList<>(parameters.all());
        var finding = finding();
        checks.add(bodyCheck());
        checks.add(formCheck());
        checks.add(signatureCheck(finding));
        return new Diagnosis(
                List.copyOf(checks),
                finding,
                Conclusions.sentence(checks, finding),
                Conclusions.advice(rule, checks, finding),
                values(finding));
    }

    private Finding finding() {
        var text = query.value(SignatureParameters.SIGNATURE);
        var timestamp = query.value(SignatureParameters.TIMESTAMP);
        var nonce = query.value(SignatureParameters.NONCE);
        if (text.isBlank() || timestamp.isBlank() || nonce.isBlank()) {
            return new Finding.NotReached("a parameter is missing");
        }
        var tag = MacTag.ofHex(text);
        if (tag.isPresent()) {
            return verified(new SignedParameters(tag.get(), timestamp, nonce, received.at()))
                    .orElseGet(() -> explained(tag.get().hex(), false));
        }
        return base64(text)
                .map(found -> explained(found.hex(), true))
                .orElseGet(() -> new Finding.NotReached("the signature is not 64 hexadecimal digits"));
    }

    /** In the library's words: what it verifies is right, whatever else would explain it. */
    private Optional<Finding> verified(SignedParameters parameters) {
        for (var key : keys) {
            if (key.expected()
                    && rule.verify(
                                    parameters,
                                    body,
                                    KeyRing.of(new AccessKey("given", key.trimmed(), null)),
                                    received.at())
                            instanceof Verification.Verified(var _key, var form)) {
                return Optional.of(new Finding.Verified(key, form));
            }
        }
        return Optional.empty();
    }

    private Finding explained(String signature, boolean base64) {
        var search = new Search(keys, rule, body, query);
        return search.find(signature)
                .map(match -> {
                    var mistakes = new ArrayList<Blame>(match.mistakes());
                    if (base64) {
                        mistakes.add(Mistake.SIGNATURE_BASE64);
                    }
                    return (Finding) new Finding.Explained(match.key(), List.copyOf(mistakes));
                })
                .orElseGet(Finding.Unexplained::new);
    }

    /** Any of its alphabets; a '+' of it arrives as a space when nobody encoded it. */
    private static Optional<MacTag> base64(String text) {
        var usual = text.replace(' ', '+').replace('-', '+').replace('_', '/').replace("=", "");
        try {
            return MacTag.ofBase64(
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(usual)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Check bodyCheck() {
        if (body.length > rule.mostBytes()) {
            return Check.wrong(BODY, "%d bytes: a gateway reads at most %d".formatted(body.length, rule.mostBytes()));
        }
        if (body.length == 0) {
            return Check.wrong(BODY, "it is empty");
        }
        var text = Payloads.text(body);
        if (text.isEmpty()) {
            return Check.wrong(BODY, "%d bytes that are not UTF-8".formatted(body.length));
        }
        return rule == SignatureRule.KIT ? bodyOfKit() : bodyOfBase(text.get());
    }

    /** Names may repeat there, and a byte order mark may stand in front (tenant-sync §10.15). */
    private Check bodyOfKit() {
        try {
            var json = JsonMapper.shared().readTree(CompactJson.withoutMark(body));
            return json.isObject()
                    ? Check.right(BODY, "%d bytes, one JSON object".formatted(body.length))
                    : Check.wrong(BODY, "%d bytes that are not one JSON object".formatted(body.length));
        } catch (JacksonException unreadable) {
            return Check.wrong(BODY, "%d bytes that are not one JSON object".formatted(body.length));
        }
    }

    private Check bodyOfBase(String text) {
        return Json.object(text)
                .map(json -> JsonStyle.CANONICAL.write(json).equals(text))
                .map(
                        canonical -> Check.right(
                                BODY,
                                "%d bytes, %s"
                                        .formatted(
                                                body.length,
                                                canonical
                                                        ? "in canonical form: compact and sorted"
                                                        : "one JSON object, not in canonical form (compact, sorted, without nulls)")))
                .orElseGet(() -> Check.wrong(
                        BODY, "%d bytes that are not one JSON object without repeated members".formatted(body.length)));
    }

    private Check formCheck() {
        var text = query.value(SignatureParameters.SIGNATURE);
        if (text.isBlank()) {
            return Check.notReached(FORM, "there is no signature");
        }
        if (MacTag.ofHex(text).isPresent()) {
            return Check.right(FORM, "64 hexadecimal digits; upper and lower case are the same");
        }
        return Check.wrong(
                FORM,
                base64(text).isPresent()
                        ? "Base64 of 32 bytes instead of 64 hexadecimal digits"
                        : "%d characters, not 64 hexadecimal digits".formatted(text.length()));
    }

    private Check signatureCheck(Finding finding) {
        return switch (finding) {
            case Finding.Verified(var key, var form) ->
                Check.right(
                        SIGNATURE, "key '%s' verifies %s".formatted(key.id(), rule.explained((CanonicalForm) form)));
            case Finding.Explained(var key, var mistakes) ->
                Check.wrong(
                        SIGNATURE,
                        "key '%s' makes it, but %s"
                                .formatted(
                                        key.id(),
                                        String.join(
                                                "; and ",
                                                mistakes.stream()
                                                        .map(Blame::what)
                                                        .toList())));
            case Finding.Unexplained() ->
                Check.wrong(SIGNATURE, "none of the given keys makes it, with no mistake that is known here");
            case Finding.NotReached(var why) -> Check.notReached(SIGNATURE, why);
        };
    }

    private @Nullable Intermediate values(Finding finding) {
        var shown =
                switch (finding) {
                    case Finding.Verified(var key, var _form) -> Optional.of(key);
                    case Finding.Explained(var key, var _mistakes) -> Optional.of(key);
                    case Finding.Unexplained() -> keys.stream().findFirst();
                    case Finding.NotReached(var _why) -> keys.stream().findFirst();
                };
        var form =
                finding instanceof Finding.Verified(var _key, var signed) ? (CanonicalForm) signed : CanonicalForm.RAW;
        var style = SignatureRule.style(form);
        var payload = style == null
                ? body
                : Payloads.text(body)
                        .flatMap(Json::object)
                        .map(json -> style.write(json).getBytes(UTF_8))
                        .orElse(body);
        return shown.map(key -> rule.values(key, query, reading(form), payload)).orElse(null);
    }

    private static String reading(CanonicalForm form) {
        return switch (form) {
            case RAW -> "raw";
            case SORTED -> "canonical";
            case SORTED_THROUGHOUT -> "sorted throughout";
            case SORTED_WITH_NULLS -> "sorted with nulls";
        };
    }

    static boolean failed(List<Check> checks, String name) {
        return checks.stream().anyMatch(check -> check.name().equals(name) && check.result() == Result.WRONG);
    }
}

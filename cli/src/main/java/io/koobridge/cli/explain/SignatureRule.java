package io.koobridge.cli.explain;

import io.koobridge.cli.explain.Payloads.Payload;
import io.koobridge.crypto.callback.kit.KitSignature;
import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.callback.v2.CanonicalForm;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How calls of V2 are signed: those of the base interfaces, and those of the joint-operations kit. */
enum SignatureRule {
    /** saas-v2 §7. */
    BASE("parameters", 256 * 1024) {
        @Override
        List<Payload> payloads(byte[] body) {
            return Payloads.of(body);
        }

        @Override
        List<Formula.Tried> formulas() {
            return Formula.BASE;
        }

        @Override
        Verification verify(SignedParameters parameters, byte[] body, KeyRing keys, Instant now) {
            return BodySignature.verify(parameters, body, keys, now);
        }

        @Override
        String advice() {
            return "Send signature, timestamp and nonce as query parameters, each once.";
        }
    },
    /** tenant-sync §3.1. */
    KIT("headers", 8 * 1024 * 1024) {
        @Override
        List<Payload> payloads(byte[] body) {
            return Payloads.ofKit(body);
        }

        @Override
        List<Formula.Tried> formulas() {
            return Formula.OF_KIT;
        }

        @Override
        Verification verify(SignedParameters parameters, byte[] body, KeyRing keys, Instant now) {
            return KitSignature.verify(parameters, body, keys, now);
        }

        @Override
        String advice() {
            return "Send x-sign, x-timestamp and x-nonce as headers, each once.";
        }
    };

    /** Of the kit, by what they are called in the query of others. */
    private static final Map<String, String> HEADERS = Map.of(
            SignatureParameters.SIGNATURE, KitSignature.SIGN,
            SignatureParameters.TIMESTAMP, KitSignature.TIMESTAMP,
            SignatureParameters.NONCE, KitSignature.NONCE);

    private final String place;
    private final int mostBytes;

    SignatureRule(String place, int mostBytes) {
        this.place = place;
        this.mostBytes = mostBytes;
    }

    /** What may have been signed, the right ones first. */
    abstract List<Payload> payloads(byte[] body);

    /** The right one first. */
    abstract List<Formula.Tried> formulas();

    /** In the library's words. */
    abstract Verification verify(SignedParameters parameters, byte[] body, KeyRing keys, Instant now);

    /** How a call is sent so that it can be verified. */
    abstract String advice();

    /** Where signature, time stamp and nonce stand. */
    String place() {
        return place;
    }

    /** The longest body that a gateway reads. */
    int mostBytes() {
        return mostBytes;
    }

    /** What a parameter is called there. */
    String shown(String name) {
        return this == KIT ? HEADERS.getOrDefault(name, name) : name;
    }

    /** Those of the call, by their names in a query. */
    QueryParameters parameters(Call call) {
        return this == KIT ? QueryParameters.ofHeaders(call.signing(), HEADERS) : QueryParameters.of(call.query());
    }

    /** What of the body was signed. */
    String explained(CanonicalForm form) {
        return switch (form) {
            case RAW -> "the body as received";
            case SORTED ->
                this == KIT
                        ? "the body's members sorted, without nulls, written compactly"
                        : "the canonical form of the body; the bytes as received do not match: something wrote the body anew on its way";
            case SORTED_THROUGHOUT -> "the body's members sorted at every depth, without nulls, written compactly";
            case SORTED_WITH_NULLS -> "the body's members sorted, with nulls, written compactly";
        };
    }

    /** As far as they may be shown. */
    Intermediate values(GivenKey key, QueryParameters parameters, String reading, byte[] payload) {
        var begin = "<key '%s'>%s%s"
                .formatted(
                        key.id(),
                        parameters.value(SignatureParameters.NONCE),
                        parameters.value(SignatureParameters.TIMESTAMP));
        var digest = Formula.hex(Formula.sha256(payload));
        return this == KIT
                ? new KitValues(key.id(), reading, payload.length, digest, begin + "<payload>")
                : Values.of(key, reading, payload, digest, begin);
    }

    /** Absent where the rule has no such form. */
    static @Nullable JsonStyle style(CanonicalForm form) {
        return switch (form) {
            case RAW -> null;
            case SORTED -> JsonStyle.CANONICAL;
            case SORTED_THROUGHOUT -> JsonStyle.CANONICAL.everywhere();
            case SORTED_WITH_NULLS -> JsonStyle.COMPACT.sorted(JsonStyle.Order.ASCENDING);
        };
    }
}

package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formulas of saas-v2 §7.3 and tenant-sync §3.1, and what people make of them. */
enum Formula {
    RIGHT(null) {
        @Override
        String signature(Ingredients of) {
            return of.outer(
                    of.key(), of.nonce(), of.timestamp(), bytes(of.inner().hex()));
        }
    },
    KIT(Mistake.KIT_FORMULA) {
        @Override
        String signature(Ingredients of) {
            return of.outer(of.key(), of.nonce(), of.timestamp(), of.payload());
        }
    },
    PLAIN_INNER(Mistake.INNER_PLAIN_SHA256) {
        @Override
        String signature(Ingredients of) {
            return of.outer(of.key(), of.nonce(), of.timestamp(), bytes(hex(sha256(of.payload()))));
        }
    },
    UPPER_INNER(Mistake.INNER_UPPER_CASE) {
        @Override
        String signature(Ingredients of) {
            return of.outer(
                    of.key(), of.nonce(), of.timestamp(), bytes(of.inner().hex().toUpperCase(Locale.ROOT)));
        }
    },
    BASE64_INNER(Mistake.INNER_BASE64) {
        @Override
        String signature(Ingredients of) {
            return of.outer(
                    of.key(), of.nonce(), of.timestamp(), bytes(of.inner().base64()));
        }
    },
    BYTES_INNER(Mistake.INNER_BYTES) {
        @Override
        String signature(Ingredients of) {
            return of.outer(
                    of.key(),
                    of.nonce(),
                    of.timestamp(),
                    HexFormat.of().parseHex(of.inner().hex()));
        }
    },
    PLAIN_OUTER(Mistake.OUTER_PLAIN_SHA256) {
        @Override
        String signature(Ingredients of) {
            return hex(sha256(
                    of.key(), of.nonce(), of.timestamp(), bytes(of.inner().hex())));
        }
    },
    WITHOUT_KEY(Mistake.KEY_NOT_JOINED) {
        @Override
        String signature(Ingredients of) {
            return of.outer(of.nonce(), of.timestamp(), bytes(of.inner().hex()));
        }
    },
    SWAPPED(Mistake.ORDER_SWAPPED) {
        @Override
        String signature(Ingredients of) {
            return of.outer(
                    of.key(), of.timestamp(), of.nonce(), bytes(of.inner().hex()));
        }
    },

    KIT_PLAIN(Mistake.OUTER_PLAIN_SHA256) {
        @Override
        String signature(Ingredients of) {
            return hex(sha256(of.key(), of.nonce(), of.timestamp(), of.payload()));
        }
    },
    KIT_WITHOUT_KEY(Mistake.KEY_NOT_JOINED) {
        @Override
        String signature(Ingredients of) {
            return of.outer(of.nonce(), of.timestamp(), of.payload());
        }
    },
    KIT_SWAPPED(Mistake.ORDER_SWAPPED) {
        @Override
        String signature(Ingredients of) {
            return of.outer(of.key(), of.timestamp(), of.nonce(), of.payload());
        }
    };

    /** For the base interfaces, the right one first. */
    static final List<Tried> BASE = Stream.of(
                    RIGHT, KIT, PLAIN_INNER, UPPER_INNER, BASE64_INNER, BYTES_INNER, PLAIN_OUTER, WITHOUT_KEY, SWAPPED)
            .map(formula -> new Tried(formula, formula.mistake))
            .toList();

    /** For the joint-operations kit, the right one first (tenant-sync §3.1). */
    static final List<Tried> OF_KIT = List.of(
            new Tried(KIT, null),
            new Tried(RIGHT, Mistake.BASE_FORMULA),
            new Tried(KIT_PLAIN, KIT_PLAIN.mistake),
            new Tried(KIT_WITHOUT_KEY, KIT_WITHOUT_KEY.mistake),
            new Tried(KIT_SWAPPED, KIT_SWAPPED.mistake));

    private final @Nullable Mistake mistake;

    /**
     * One of those that are tried.
     *
     * @param mistake absent for the right one
     */
    record Tried(Formula formula, @Nullable Mistake mistake) {}

    Formula(@Nullable Mistake mistake) {
        this.mistake = mistake;
    }

    /** 64 lower-case hexadecimal digits. */
    abstract String signature(Ingredients of);

    /** What a signature is made of. The inner digest of a long body is computed once for all that is tried with it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ingredients(byte[] key, byte[] nonce, byte[] timestamp, byte[] payload, MacTag inner) {

        static Ingredients of(byte[] key, byte[] payload) {
            return new Ingredients(key, new byte[0], new byte[0], payload, HmacSha256.of(key, payload));
        }

        Ingredients with(byte[] nextNonce, byte[] nextTimestamp) {
            return new Ingredients(key, nextNonce, nextTimestamp, payload, inner);
        }

        String outer(byte[]... parts) {
            return HmacSha256.of(key, parts).hex();
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

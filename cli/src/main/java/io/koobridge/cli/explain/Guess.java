package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What may have been taken for one ingredient.
 *
 * @param mistake absent for the right thing
 */
@SuppressWarnings("ArrayRecordComponent") // compared by hand
record Guess(@Nullable Mistake mistake, byte[] bytes) {

    private static final int MILLISECONDS = 13;
    private static final int SECONDS = 10;

    boolean right() {
        return mistake == null;
    }

    /** The bytes that may have been taken for this key, itself first. */
    static List<Guess> keys(GivenKey key) {
        var guesses = new ArrayList<Guess>();
        add(guesses, key.expected() ? null : Mistake.OTHER_KEY, bytes(key.trimmed()));
        add(guesses, Mistake.KEY_WITH_BLANKS, bytes(key.secret()));
        for (var blank : List.of("\n", "\r\n", " ", "\t", "\r")) {
            add(guesses, Mistake.KEY_WITH_BLANKS, bytes(key.trimmed() + blank));
        }
        add(guesses, Mistake.KEY_WITH_BLANKS, bytes(' ' + key.trimmed()));
        add(guesses, Mistake.KEY_WITH_BLANKS, bytes(' ' + key.trimmed() + ' '));
        add(guesses, Mistake.KEY_ID_AS_SECRET, bytes(key.id()));
        decoded(key.trimmed()).forEach(bytes -> add(guesses, Mistake.KEY_DECODED, bytes));
        return guesses;
    }

    private static List<byte[]> decoded(String secret) {
        var decoded = new ArrayList<byte[]>();
        if (secret.length() % 2 == 0 && secret.chars().allMatch(HexFormat::isHexDigit)) {
            decoded.add(HexFormat.of().parseHex(secret));
        }
        try {
            decoded.add(Base64.getDecoder().decode(secret));
        } catch (IllegalArgumentException notBase64) {
            // Then nobody decoded it.
        }
        return decoded;
    }

    /** What may have been signed as nonce: the value is the decoded one. */
    static List<Guess> nonces(QueryParameters query, String name) {
        var guesses = new ArrayList<Guess>();
        var value = query.value(name);
        add(guesses, null, bytes(value));
        add(guesses, Mistake.PARAMETER_ENCODING, bytes(value.replace(' ', '+')));
        add(guesses, Mistake.PARAMETER_ENCODING, bytes(query.raw(name)));
        add(guesses, Mistake.PARAMETER_ENCODING, bytes(QueryParameters.decode(value)));
        return guesses;
    }

    /** What may have been signed as time stamp: seconds for milliseconds, or the other way round. */
    static List<Guess> timestamps(String text) {
        var guesses = new ArrayList<Guess>();
        add(guesses, null, bytes(text));
        if (text.length() == MILLISECONDS) {
            add(guesses, Mistake.TIMESTAMP_UNIT, bytes(text.substring(0, SECONDS)));
            add(guesses, Mistake.TIMESTAMP_UNIT, bytes(text.substring(0, SECONDS) + "000"));
        } else if (text.length() == SECONDS) {
            IntStream.range(0, 1_000)
                    .forEach(millis -> add(guesses, Mistake.TIMESTAMP_UNIT, bytes("%s%03d".formatted(text, millis))));
        }
        return guesses;
    }

    private static void add(List<Guess> guesses, @Nullable Mistake mistake, byte[] bytes) {
        if (bytes.length > 0 && guesses.stream().noneMatch(known -> Arrays.equals(known.bytes(), bytes))) {
            guesses.add(new Guess(mistake, bytes));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.cli.explain.TokenStrings.TokenString;
import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries which mistakes lead to a token: none, then each alone, then each two. */
final class TokenSearch {

    private static final int MISTAKES_AT_MOST = 2;

    private final List<GivenKey> keys;
    private final String timeStamp;
    private final List<TokenString> strings;

    /** Who may have signed, and how. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record HmacKey(GivenKey key, byte[] bytes, List<Blame> mistakes) {}

    TokenSearch(List<GivenKey> keys, String timeStamp, List<TokenString> strings) {
        this.keys = keys;
        this.timeStamp = timeStamp;
        this.strings = strings;
    }

    /** The fewest mistakes that make it. */
    Optional<Finding.Explained> find(MacTag token) {
        var hmacKeys = keys.stream().flatMap(this::hmacKeys).toList();
        for (int mistakes = 0; mistakes <= MISTAKES_AT_MOST; mistakes++) {
            for (var hmacKey : hmacKeys) {
                for (var string : strings) {
                    var made = made(hmacKey.mistakes(), string.mistake());
                    if (made.size() == mistakes
                            && HmacSha256.of(hmacKey.bytes(), string.text().getBytes(UTF_8))
                                    .equals(token)) {
                        return Optional.of(new Finding.Explained(hmacKey.key(), made));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Stream<HmacKey> hmacKeys(GivenKey key) {
        return secrets(key).entrySet().stream().flatMap(secret -> {
            var mistakes = made(
                    key.expected() ? List.of() : List.of(TokenMistake.OTHER_KEY),
                    secret.getValue().orElse(null));
            return Stream.of(
                            hmacKey(key, secret.getKey() + timeStamp, mistakes, null),
                            hmacKey(key, secret.getKey(), mistakes, TokenMistake.KEY_WITHOUT_TIME_STAMP),
                            hmacKey(key, timeStamp + secret.getKey(), mistakes, TokenMistake.TIME_STAMP_BEFORE_KEY))
                    .filter(each -> each.mistakes().size() <= MISTAKES_AT_MOST);
        });
    }

    private static HmacKey hmacKey(GivenKey key, String text, List<Blame> mistakes, @Nullable Blame more) {
        return new HmacKey(key, text.getBytes(UTF_8), made(mistakes, more));
    }

    private static Map<String, Optional<Blame>> secrets(GivenKey key) {
        var secrets = new LinkedHashMap<String, Optional<Blame>>();
        secrets.put(key.trimmed(), Optional.empty());
        Stream.of("\n", "\r\n", " ", "\t")
                .map(blank -> key.trimmed() + blank)
                .forEach(secret -> secrets.put(secret, Optional.of(TokenMistake.KEY_WITH_BLANKS)));
        secrets.putIfAbsent(' ' + key.trimmed(), Optional.of(TokenMistake.KEY_WITH_BLANKS));
        secrets.putIfAbsent(key.secret(), Optional.of(TokenMistake.KEY_WITH_BLANKS));
        return secrets;
    }

    private static List<Blame> made(List<? extends Blame> mistakes, @Nullable Blame more) {
        var made = new ArrayList<Blame>(mistakes);
        Stream.ofNullable(more).filter(Objects::nonNull).forEach(made::add);
        return List.copyOf(made);
    }
}

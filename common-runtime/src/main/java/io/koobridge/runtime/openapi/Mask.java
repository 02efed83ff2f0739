package io.koobridge.runtime.openapi;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes keys and signatures out of what the marketplace says, and keeps it to one line. */
final class Mask {

    private static final Pattern SIGNATURE = Pattern.compile("(?i)(signature\\W{1,3})[0-9a-z+/=]{20,}");
    private static final int LONGEST = 4_000;

    /** What stands for each text that is hidden. */
    private final Map<String, String> names;

    private final Pattern hidden;

    Mask(String accessKey, String secretKey) {
        this(Stream.of(accessKey, secretKey).distinct().collect(Collectors.toMap(key -> key, _ -> "***")));
    }

    private Mask(Map<String, String> names) {
        this.names = names;
        // The longest first: one may begin as another one does.
        this.hidden = Pattern.compile(names.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** Hides these too. */
    Mask with(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.putAll(names);
        return new Mask(Map.copyOf(all));
    }

    String hide(String text) {
        var shown = hidden.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), "***")));
        return SIGNATURE.matcher(shown).replaceAll("$1***").replaceAll("\\p{Cntrl}+", " ");
    }
}

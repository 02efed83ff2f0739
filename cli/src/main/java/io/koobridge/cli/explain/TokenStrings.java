package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.cli.explain.ParameterMistake.Kind;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.Parameter;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The strings that may have been signed for a V1 call: the right ones first, then one for each mistake (saas-v1 §7.1). */
final class TokenStrings {

    /** Far beyond any call of the marketplace: each parameter is tried by itself. */
    private static final int MOST_PARAMETERS = 100;

    private static final String TEST_FLAG = "testFlag";

    private final Map<String, TokenString> strings = new LinkedHashMap<>();

    /** @param mistake absent for what a gateway tries, too */
    record TokenString(String text, @Nullable Blame mistake) {}

    private TokenStrings() {}

    /** Whoever comes first keeps what others would sign alike: nobody is blamed for what makes no difference. */
    static List<TokenString> of(TokenCall call) {
        var all = new TokenStrings();
        call.readings().forEach(reading -> {
            all.add(null, sorted(reading.values()));
            all.add(null, sorted(withoutBlank(reading.values())));
        });
        call.readings().stream().limit(1).forEach(reading -> all.addMistakes(call.signed(reading.values())));
        call.whole().ifPresent(text -> all.add(TokenMistake.SIGNED_WHOLE, text));
        return List.copyOf(all.strings.values());
    }

    /** Without the token, in the order they came. */
    static Map<String, String> values(List<Parameter> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach(each -> values.putIfAbsent(each.name(), each.value()));
        values.remove(AuthToken.NAME);
        return values;
    }

    static Set<String> repeated(List<Parameter> parameters) {
        var names = new HashSet<String>();
        return parameters.stream()
                .map(Parameter::name)
                .filter(each -> !names.add(each))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Map<String, String> withoutBlank(Map<String, String> values) {
        var rest = new LinkedHashMap<>(values);
        rest.values().removeIf(String::isBlank);
        return rest;
    }

    static String sorted(Map<String, String> values) {
        return joined(new TreeMap<>(values));
    }

    private static String joined(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + '=' + each.getValue())
                .collect(Collectors.joining("&"));
    }

    private void addMistakes(Map<String, String> values) {
        add(TokenMistake.SIGNED_ENCODED, sorted(mapped(values, TokenStrings::formEncoded)));
        add(TokenMistake.SIGNED_ENCODED, sorted(mapped(values, TokenStrings::percentEncoded)));
        add(TokenMistake.NOT_SORTED, joined(values));
        var ignoringCase =
                new TreeMap<String, String>(Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT))
                        .thenComparing(Comparator.naturalOrder()));
        ignoringCase.putAll(values);
        add(TokenMistake.NOT_SORTED, joined(ignoringCase));
        for (var flag : List.of("1", "0", "")) {
            change(values, TEST_FLAG, flag, Kind.TEST_FLAG_CHANGED);
        }
        values.keySet().stream().limit(MOST_PARAMETERS).forEach(name -> addMistakesOf(name, values));
    }

    private void addMistakesOf(String name, Map<String, String> values) {
        var fewer = new LinkedHashMap<>(values);
        var value = String.valueOf(fewer.remove(name));
        add(new ParameterMistake(Kind.PARAMETER_ADDED, name), sorted(fewer));
        change(values, name, value.replace(' ', '+'), Kind.PLUS_DAMAGED);
        change(values, name, value.replace('+', ' '), Kind.PLUS_DAMAGED);
        change(values, name, value.strip(), Kind.WHITE_SPACE_ADDED);
        change(values, name, QueryParameters.decode(value), Kind.ENCODED_TWICE);
        change(values, name, QueryParameters.decode(value.replace("+", "%2B")), Kind.ENCODED_TWICE);
    }

    private void change(Map<String, String> values, String name, String value, Kind kind) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        add(new ParameterMistake(kind, name), sorted(changed));
    }

    private void add(@Nullable Blame mistake, String text) {
        strings.putIfAbsent(text, new TokenString(text, mistake));
    }

    private static Map<String, String> mapped(Map<String, String> values, UnaryOperator<String> change) {
        var mapped = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> mapped.put(name, change.apply(value)));
        return mapped;
    }

    private static String formEncoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static String percentEncoded(String value) {
        return formEncoded(value).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}

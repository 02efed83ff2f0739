package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.gateway.fuzz.Query.Pair;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Whether a call is the marketplace's: saas-v1 §7.1 and §7.2, with §10 A3 and A5, and the remark of §7.9. */
final class V1Verifier {

    private static final int LONGEST_BODY = 256 * 1024;
    private static final int MOST_PARAMETERS = 128;
    private static final List<String> BASE64 = List.of("mobilePhone", "email", "saasExtendParams");

    private V1Verifier() {}

    sealed interface Verdict {

        /**
         * By this key.
         *
         * @param parameters as the reading that was right has them, without those that it left out
         */
        record Genuine(AccessKey key, String token, Map<String, String> parameters) implements Verdict {}

        record Wrong(String code) implements Verdict {}
    }

    private static final Verdict PARAMETER = new Verdict.Wrong("000002");
    private static final Verdict NOT_AUTHENTIC = new Verdict.Wrong("000001");

    static Verdict verify(Sent call) {
        boolean tooLong = call.body().length > LONGEST_BODY;
        if (call.method().equals("GET")) {
            // Whoever is not the marketplace hears so without its body.
            var verdict = ofQuery(call);
            return tooLong && verdict instanceof Verdict.Genuine ? PARAMETER : verdict;
        }
        return tooLong ? PARAMETER : ofBody(call);
    }

    private static Verdict ofQuery(Sent call) {
        var form = pairs(call.query(), text -> text.replace('+', ' '));
        if (form.isEmpty() || repeats(form.get())) {
            return PARAMETER;
        }
        var percent = pairs(call.query(), UnaryOperator.identity()).orElseThrow();
        if (repeats(percent)) {
            return PARAMETER;
        }
        var restored = inBase64(form.get(), value -> value.replace(' ', '+'));
        var again = inBase64(restored, V1Verifier::decodedFurther);
        var readings = Stream.of(form.get(), restored, percent, again)
                .map(V1Verifier::withoutToken)
                .toList();
        var skipping = readings.stream().map(V1Verifier::withoutBlank);
        return verdict(
                call.place(),
                value(form.get(), "authToken"),
                value(form.get(), "timeStamp"),
                Stream.concat(readings.stream(), skipping));
    }

    private static Verdict ofBody(Sent call) {
        var body = Signing.text(call.body()).flatMap(TreeReader::read).orElse(Tree.NULL);
        if (!(body instanceof Tree.Obj(var members))) {
            return PARAMETER;
        }
        var plain = members.stream()
                .map(member -> new Pair(member.name(), text(member.value())))
                .toList();
        if (plain.size() > MOST_PARAMETERS
                || plain.stream().anyMatch(pair -> Signing.bytes(pair.name() + pair.value())
                        .isEmpty())) {
            return PARAMETER;
        }
        var forms = new ArrayList<>(List.of(plain));
        var decoded = plain.stream()
                .flatMap(pair ->
                        decoded(pair.value().replace('+', ' ')).map(value -> new Pair(pair.name(), value)).stream())
                .toList();
        if (decoded.size() == plain.size()) {
            forms.add(decoded);
        }
        var inHeader = call.tokenHeader().strip().replaceAll("^\"(.*)\"$", "$1");
        var token = inHeader.isEmpty() ? value(plain, "authToken") : inHeader;
        return verdict(
                call.place(),
                token,
                value(plain, "timeStamp"),
                forms.stream().map(V1Verifier::withoutToken).flatMap(form -> Stream.of(withoutBlank(form), form)));
    }

    private static Verdict verdict(Place place, String token, String time, Stream<Map<String, String>> readings) {
        if (token.isBlank()) {
            return NOT_AUTHENTIC;
        }
        if (!time.matches("[0-9]{14,20}")) {
            return PARAMETER;
        }
        var received = token.replace(' ', '+');
        return readings.flatMap(reading -> place.goodV1Keys().stream()
                        .filter(key ->
                                V1Signing.token(key.secret(), time, reading).equals(received))
                        .map(key -> new Verdict.Genuine(key, received, reading)))
                .findFirst()
                .map(V1Verifier::unambiguous)
                .orElse(NOT_AUTHENTIC);
    }

    /** The signed text does not say where a value ends (saas-v1 §7.9). */
    private static Verdict unambiguous(Verdict.Genuine genuine) {
        boolean named = genuine.parameters().keySet().stream().noneMatch(name -> name.matches("(?s).*[=&].*"));
        boolean ended = genuine.parameters().values().stream().noneMatch(value -> value.matches("(?s).*&.*=.*"));
        return named && ended ? genuine : NOT_AUTHENTIC;
    }

    private static Optional<List<Pair>> pairs(String query, UnaryOperator<String> before) {
        var pairs = new ArrayList<Pair>();
        for (var part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            var name = decoded(before.apply(equals < 0 ? part : part.substring(0, equals)));
            var value = decoded(before.apply(equals < 0 ? "" : part.substring(equals + 1)));
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            if (!part.isEmpty()) {
                pairs.add(new Pair(name.get(), value.get()));
            }
        }
        return pairs.size() > MOST_PARAMETERS ? Optional.empty() : Optional.of(pairs);
    }

    /** Strictly: what is half an escape, or no UTF-8, means nothing. */
    static Optional<String> decoded(String text) {
        var bytes = new ByteArrayOutputStream();
        var raw = Signing.bytes(text);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        for (int at = 0; at < raw.get().length; at++) {
            byte one = raw.get()[at];
            if (one == '%') {
                var digits = new String(Arrays.copyOfRange(raw.get(), at + 1, at + 3), UTF_8);
                if (!digits.matches("[0-9a-fA-F]{2}")) {
                    return Optional.empty();
                }
                one = (byte) Integer.parseInt(digits, 16);
                at += 2;
            }
            bytes.write(one);
        }
        return Signing.text(bytes.toByteArray());
    }

    private static String decodedFurther(String value) {
        var further = value;
        for (int times = 0; times < 4 && further.contains("%"); times++) {
            further = decoded(further).orElse(further);
        }
        return further;
    }

    private static List<Pair> inBase64(List<Pair> pairs, UnaryOperator<String> change) {
        return pairs.stream()
                .map(pair -> BASE64.contains(pair.name()) ? new Pair(pair.name(), change.apply(pair.value())) : pair)
                .toList();
    }

    private static String text(Tree value) {
        return switch (value) {
            case Tree.Text(var text) -> text;
            case Tree.Raw raw -> raw.isNull() ? "" : raw.token();
            case Tree.Obj _, Tree.Arr _ -> TreeWriter.write(value);
        };
    }

    private static boolean repeats(List<Pair> pairs) {
        return pairs.stream().map(Pair::name).distinct().count() < pairs.size();
    }

    private static String value(List<Pair> pairs, String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> withoutToken(List<Pair> pairs) {
        var all = new LinkedHashMap<String, String>();
        pairs.forEach(pair -> all.put(pair.name(), pair.value()));
        all.remove("authToken");
        return all;
    }

    static Map<String, String> withoutBlank(Map<String, String> parameters) {
        var some = new LinkedHashMap<>(parameters);
        some.values().removeIf(String::isBlank);
        return some;
    }
}

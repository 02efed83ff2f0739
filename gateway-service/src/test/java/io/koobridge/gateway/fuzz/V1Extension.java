package io.koobridge.gateway.fuzz;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code saasExtendParams}, a second time: saas-v1 §7.6. */
final class V1Extension {

    private V1Extension() {}

    /** Names and values; what cannot be read has none. */
    static Map<String, String> read(@Nullable String value) {
        return value == null
                ? Map.of()
                : json(value)
                        .map(V1Extension::fields)
                        .filter(fields -> fields.size() <= 128)
                        .orElse(Map.of());
    }

    private static Optional<Tree> json(String value) {
        var plain = value;
        for (int times = 0; times < 4 && plain.contains("%"); times++) {
            var further = V1Verifier.decoded(plain);
            if (further.isEmpty()) {
                return Optional.empty();
            }
            plain = further.get();
        }
        var base64 = plain.strip()
                .replace(' ', '+')
                .replace('-', '+')
                .replace('_', '/')
                .replace("=", "");
        if (plain.strip().length() > 2_048) {
            return Optional.empty();
        }
        try {
            return Signing.text(Base64.getDecoder().decode(base64)).flatMap(TreeReader::read);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(Tree tree) {
        var fields = new LinkedHashMap<String, String>();
        List<Tree> items =
                switch (tree) {
                    case Tree.Arr(var all) -> all;
                    case Tree.Obj one
                    when named(one).isPresent() && one.member("value").isPresent() -> List.of(one);
                    case Tree.Obj(var members) -> {
                        members.forEach(member -> put(fields, member.name(), member.value()));
                        yield List.of();
                    }
                    case Tree.Text _, Tree.Raw _ -> List.of();
                };
        for (var item : items) {
            if (item instanceof Tree.Obj one && named(one).isPresent()) {
                put(fields, named(one).get(), one.member("value").orElse(Tree.NULL));
            }
        }
        return fields;
    }

    private static Optional<String> named(Tree.Obj object) {
        return object.member("name")
                .flatMap(name -> name instanceof Tree.Text(var text) ? Optional.of(text) : Optional.empty());
    }

    private static void put(Map<String, String> fields, String name, Tree value) {
        var text =
                switch (value) {
                    case Tree.Text(var words) -> words;
                    case Tree.Raw raw -> raw.isNull() ? "" : raw.token();
                    case Tree.Obj _, Tree.Arr _ -> TreeWriter.write(value);
                };
        Predicate<String> whole = one -> Signing.bytes(one).isPresent();
        if (!name.isBlank() && whole.test(name) && whole.test(text)) {
            fields.putIfAbsent(name, text);
        }
    }
}

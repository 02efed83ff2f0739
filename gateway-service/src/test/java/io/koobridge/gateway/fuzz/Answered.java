package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the caller heard.
 *
 * @param body the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // received, never compared
record Answered(String contentType, String bodySign, byte[] body, Duration took) {

    /** KooGallery's patience (saas-v2 §1.10). The gateway has 2.7 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration NEARLY_DEADLINE = Duration.ofMillis(2_500);

    private static final int LONGEST_MESSAGE = 255;
    /**
     * What an edition's answers look like from outside.
     *
     * @param members of the outermost object
     */
    record Form(String contentType, Set<String> members) {}

    static final Form V2 = new Form("application/json", Set.of("resultCode", "resultMsg", "instanceId", "info"));
    static final Form V1 = new Form(
            "application/json;charset=UTF-8",
            Set.of("resultCode", "resultMsg", "encryptType", "instanceId", "appInfo", "info"));

    static final Form LICENSE_V1 =
            new Form("application/json;charset=UTF-8", Set.of("resultCode", "resultMsg", "instanceId", "license"));

    private static final Map<String, Set<String>> INNER_MEMBERS = Map.of(
            "info", Set.of("instanceId", "appInfo", "usageInfo"),
            "appInfo", Set.of("frontEndUrl", "adminUrl", "userName", "password", "memo"),
            "usageInfo", Set.of("relatedInstanceId", "usageValue", "statisticalTime", "dashboardUrl"));

    /** So slow that the gateway's own deadline (design §3) may have decided. */
    boolean isSlow() {
        return took.compareTo(NEARLY_DEADLINE) > 0;
    }

    /** On a machine that does something else meanwhile that may be the machine's fault: it deserves another try, alone. */
    boolean isLate() {
        return took.compareTo(PATIENCE) > 0;
    }

    String text() {
        return new String(body, US_ASCII);
    }

    String code() {
        return member("resultCode").orElse("none");
    }

    String message() {
        return member("resultMsg").orElse("none");
    }

    List<String> flaws(Form form, Meaning meaning, Expectation expected) {
        var flaws = new ArrayList<String>();
        if (!contentType.equals(form.contentType())) {
            flaws.add("the content type is " + contentType);
        }
        for (byte one : body) {
            // Negative is what is no ASCII. DEL is, and may be in an id that somebody asked for.
            if (one < ' ') {
                flaws.add("a byte is no ASCII, or a control character: " + one);
                break;
            }
        }
        if (!(TreeReader.read(text()).orElse(Tree.NULL) instanceof Tree.Obj object)) {
            flaws.add("it is no JSON object: " + text());
            return flaws;
        }
        addUnknown(flaws, object, form.members());
        if (!code().equals(expected.code())) {
            flaws.add("expected %s, heard %s".formatted(expected.code(), text()));
        }
        var message = message();
        if (message.isBlank()
                || message.length() > LONGEST_MESSAGE
                || message.chars().anyMatch(Character::isISOControl)
                || Signing.bytes(message).isEmpty()) {
            flaws.add("resultMsg will not do: " + message);
        }
        if (expected.code().equals("000001") || expected.code().equals("000002")) {
            // Whatever is refused is not repeated: neither the corpus's words nor what mutations made of them.
            if (text().contains(Corpus.CANARY) || !message.matches("[A-Za-z0-9 ,]{1,80}")) {
                flaws.add("it repeats what the call said: " + message);
            }
        }
        if (!expectedId(expected, object)) {
            flaws.add("expected the instance %s, heard %s".formatted(expected.instanceId(), text()));
        }
        var ids = ids(object);
        if (!ids.equals(expected.info())) {
            flaws.add("expected info of %s, heard %s (%s)".formatted(expected.info(), ids, meaning.label()));
        }
        return flaws;
    }

    private static boolean expectedId(Expectation expected, Tree.Obj object) {
        var id = object.member("instanceId").map(tree -> tree instanceof Tree.Text(var value) ? value : "");
        return "debug-".equals(expected.instanceId())
                ? id.orElse("").matches("debug-[0-9a-f-]{36}")
                : Objects.equals(id.orElse(null), expected.instanceId());
    }

    private static List<String> ids(Tree.Obj object) {
        return object.member("info").orElse(Tree.NULL) instanceof Tree.Arr(var items)
                ? items.stream()
                        .map(item -> item instanceof Tree.Obj info
                                ? info.member("instanceId").orElse(Tree.NULL)
                                : Tree.NULL)
                        .map(id -> id instanceof Tree.Text(var value) ? value : "none")
                        .toList()
                : List.of();
    }

    private static void addUnknown(List<String> flaws, Tree.Obj object, Set<String> known) {
        for (var member : object.members()) {
            if (!known.contains(member.name())) {
                flaws.add("unknown member " + member.name());
            }
            var inner = INNER_MEMBERS.getOrDefault(member.name(), Set.of());
            switch (member.value()) {
                case Tree.Obj one -> addUnknown(flaws, one, inner);
                case Tree.Arr(var items) ->
                    items.forEach(item -> {
                        if (item instanceof Tree.Obj one) {
                            addUnknown(flaws, one, inner);
                        } else {
                            flaws.add("no object in " + member.name());
                        }
                    });
                case Tree.Text _ -> {
                    // Every text may be anywhere.
                }
                case Tree.Raw raw -> {
                    if (!raw.isNumber() || !member.name().equals("usageValue")) {
                        flaws.add("%s is %s".formatted(member.name(), raw.token()));
                    }
                }
            }
        }
    }

    private Optional<String> member(String name) {
        return TreeReader.read(text())
                .filter(Tree.Obj.class::isInstance)
                .flatMap(object -> ((Tree.Obj) object).member(name))
                .map(value -> value instanceof Tree.Text(var words) ? words : "no text");
    }
}

package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.instance.AppInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether access data in a V1 answer are encrypted and the right ones (saas-v1 §1.2, §3.1, §7.5). */
record V1Access(Place place, String secret) {

    private static final int LONGEST = 79;
    private static final int LONGEST_VALUE = 128;
    private static final int LONGEST_URL = 512;

    List<String> flaws(Answered answer, V1Expectation expected, Meaning meaning, Tape tape) {
        var flaws = new ArrayList<String>();
        if (!(TreeReader.read(answer.text()).orElse(Tree.NULL) instanceof Tree.Obj object)) {
            return List.of("it is no JSON object");
        }
        var appInfo = object.member("appInfo");
        if (appInfo.isPresent() != (expected.appInfo() != null)) {
            flaws.add("expected access data %s, heard %s".formatted(expected.appInfo(), answer.text()));
        }
        appInfo.filter(Tree.Obj.class::isInstance).ifPresent(one -> compare((Tree.Obj) one, expected.appInfo(), flaws));
        boolean any = appInfo.isPresent() || object.member("info").isPresent();
        if (any != text(object, "encryptType").equals(Optional.of(digit()))) {
            flaws.add("encryptType is " + object.member("encryptType"));
        }
        if (meaning instanceof Meaning.Query(var ids)
                && object.member("info").orElse(Tree.NULL) instanceof Tree.Arr(var items)) {
            var possible = ids.stream().filter(id -> id.length() <= 64).toList();
            var views = Expectation.views(possible, tape.mood()).instances();
            for (var item : items) {
                if (item instanceof Tree.Obj info
                        && info.member("appInfo").orElse(Tree.NULL) instanceof Tree.Obj shown) {
                    var id = text(info, "instanceId").orElse("");
                    views.stream()
                            .filter(view -> view.instanceId().equals(id))
                            .findFirst()
                            .ifPresent(view -> compare(shown, view.appInfo(), flaws));
                }
            }
        }
        return flaws;
    }

    private void compare(Tree.Obj shown, @Nullable AppInfo right, List<String> flaws) {
        if (right == null) {
            flaws.add("access data of an instance that has none: " + shown);
            return;
        }
        opened("userName", right.userName(), shown, flaws);
        opened("password", right.password(), shown, flaws);
        for (var address : List.of("frontEndUrl", "adminUrl")) {
            var text = text(shown, address).orElse("");
            if (text.codePoints().anyMatch(Character::isIdeographic)) {
                flaws.add("%s is not ASCII: %s".formatted(address, text));
            }
        }
        var admin = right.adminUrl();
        // What V1 cannot carry is left out: it is ASCII, or escaped to be.
        boolean mayBeLeftOut =
                admin == null || admin.length() > LONGEST_URL || admin.chars().anyMatch(one -> one >= 0x80);
        boolean isThere = text(shown, "adminUrl").isPresent();
        if (text(shown, "frontEndUrl").isEmpty() || (admin == null && isThere) || (!mayBeLeftOut && !isThere)) {
            flaws.add("expected the addresses of %s, heard %s".formatted(right, shown));
        }
    }

    private void opened(String name, @Nullable String plain, Tree.Obj shown, List<String> flaws) {
        var value = text(shown, name);
        var found = value.flatMap(one -> V1Signing.decrypted(secret, digit().equals("1") ? 32 : 16, one));
        // Half a character has no bytes of its own.
        var right = Optional.ofNullable(plain)
                .map(text -> new String(text.getBytes(UTF_8), UTF_8))
                .filter(text -> text.getBytes(UTF_8).length <= LONGEST);
        if (!found.equals(right)
                || value.isPresent() != right.isPresent()
                || value.orElse("").length() > LONGEST_VALUE) {
            flaws.add("%s: expected %s, found %s in %s".formatted(name, right, found, value));
        }
    }

    private String digit() {
        return place.terms().encryption().digit();
    }

    private static Optional<String> text(Tree.Obj object, String name) {
        return object.member(name)
                .flatMap(value -> value instanceof Tree.Text(var text) ? Optional.of(text) : Optional.empty());
    }
}

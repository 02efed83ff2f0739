package io.koobridge.service.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.regex.Pattern;

/** Names of members that somebody else chose, as a store may have them: a dot, a dollar and the character 0 mean something there. */
final class MemberNames {

    private static final Pattern SPECIAL = Pattern.compile("[%.$+\\x00]");

    private MemberNames() {}

    static String write(String name) {
        return SPECIAL.matcher(name)
                .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
    }

    static String read(String name) {
        return name.indexOf('%') < 0 ? name : URLDecoder.decode(name, UTF_8);
    }
}

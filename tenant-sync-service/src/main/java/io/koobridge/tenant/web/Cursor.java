package io.koobridge.tenant.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.service.web.Asked;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of changes has read: the last change that he has.
 *
 * @param position generation of the tenant in which it was made; 0: nothing was read yet
 * @param kind absent: all changes of that generation were read
 * @param code of the department, or the user's name
 */
record Cursor(long position, @Nullable Kind kind, String code) {

    static final Cursor START = new Cursor(0, null, "");

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:\\.([du])\\.(.+))?", Pattern.DOTALL);
    private static final int LONGEST = 1_024;

    /** What was changed. Changes of one generation are read in this order. */
    enum Kind {
        DEPARTMENT("d"),
        USER("u");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** @throws org.springframework.web.server.ResponseStatusException 400, where it is none that was given out */
    static Cursor read(String text) {
        if (text.isEmpty()) {
            return START;
        }
        var form = FORM.matcher(decoded(text));
        if (!form.matches()) {
            throw unknown();
        }
        var letter = form.group(2);
        return new Cursor(
                Long.parseLong(form.group(1)),
                letter == null ? null : letter.equals("d") ? Kind.DEPARTMENT : Kind.USER,
                letter == null ? "" : form.group(3));
    }

    private static String decoded(String text) {
        try {
            return text.length() > LONGEST
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return Asked.bad("since must be the value of next in an answer of this address, or be left out.");
    }

    /** As it is given out; opaque. */
    String written() {
        var text = kind == null ? Long.toString(position) : "%d.%s.%s".formatted(position, kind.letter, code);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}

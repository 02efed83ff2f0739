package io.koobridge.cli.explain;

import java.util.List;
import java.util.regex.Pattern;

/** Spellings of JSON text that mean the same. */
final class Escapes {

    private static final Pattern HTML = Pattern.compile("\\\\u00(3[cCeEdD]|2[67bB])");

    private Escapes() {}

    /** Characters beyond ASCII stand in strings only, so that the text need not be parsed. */
    static String nonAscii(String text, boolean upperCase) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out.append(c);
            } else {
                out.append((upperCase ? "\\u%04X" : "\\u%04x").formatted((int) c));
            }
        }
        return out.toString();
    }

    static String undoneNonAscii(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
            } else if (text.charAt(i + 1) == 'u' && beyondAscii(text, i + 2)) {
                out.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 5;
            } else {
                out.append(c).append(text.charAt(++i));
            }
        }
        return out.toString();
    }

    static String undoneSlash(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
            } else if (text.charAt(i + 1) == '/') {
                out.append('/');
                i++;
            } else {
                out.append(c).append(text.charAt(++i));
            }
        }
        return out.toString();
    }

    /** As libraries spell what HTML would take for its own: Go (three of them), Gson (with '=' and apostrophe), .NET (capitals). */
    static List<String> html(String text) {
        return List.of(
                escaped(text, "<>&", "\\u%04x"),
                escaped(text, "<>&='", "\\u%04x"),
                escaped(text, "<>&'+", "\\u%04X"),
                escaped(text, "<>&", "\\u%04X"));
    }

    /** These characters stand in strings only, as characters beyond ASCII do; but for the '+' of a number's exponent. */
    private static String escaped(String text, String which, String spelling) {
        var out = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                out.append(c).append(text.charAt(++i));
                continue;
            }
            inString ^= c == '"';
            out.append(inString && which.indexOf(c) >= 0 ? spelling.formatted((int) c) : String.valueOf(c));
        }
        return out.toString();
    }

    static String undoneHtml(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
            } else if (HTML.matcher(text).region(i, text.length()).lookingAt()) {
                out.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 5;
            } else {
                out.append(c).append(text.charAt(++i));
            }
        }
        return out.toString();
    }

    private static boolean beyondAscii(String text, int at) {
        return at + 4 <= text.length()
                && text.substring(at, at + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)
                && Integer.parseInt(text, at, at + 4, 16) >= 0x80;
    }
}

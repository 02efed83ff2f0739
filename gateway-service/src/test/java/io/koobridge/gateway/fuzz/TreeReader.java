package io.koobridge.gateway.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Strict JSON by hand: no repeated names, and no more depth or digits than the gateway's own reader takes. */
final class TreeReader {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final List<String> WORDS = List.of("true", "false", "null");
    private static final int DEEPEST = 500;
    private static final int MOST_DIGITS = 1_000;
    private static final int LONGEST_NAME = 50_000;

    private final String text;
    private int at;

    private TreeReader(String text) {
        this.text = text;
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super("no JSON", null, false, false);
        }
    }

    /** Empty unless the text is one value. */
    static Optional<Tree> read(String text) {
        var reader = new TreeReader(text);
        try {
            var tree = reader.value(0);
            reader.blanks();
            return reader.at == text.length() ? Optional.of(tree) : Optional.empty();
        } catch (Unreadable none) {
            return Optional.empty();
        }
    }

    private Tree value(int depth) throws Unreadable {
        blanks();
        return switch (peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> new Tree.Text(string());
            default -> token();
        };
    }

    private Tree object(int depth) throws Unreadable {
        open(depth);
        var members = new ArrayList<Tree.Member>();
        var names = new HashSet<String>();
        blanks();
        if (peek() != '}') {
            do {
                blanks();
                var name = string();
                if (name.length() > LONGEST_NAME || !names.add(name)) {
                    throw new Unreadable();
                }
                blanks();
                expect(':');
                members.add(new Tree.Member(name, value(depth)));
                blanks();
            } while (skipped(','));
        }
        expect('}');
        return new Tree.Obj(members);
    }

    private Tree array(int depth) throws Unreadable {
        open(depth);
        var items = new ArrayList<Tree>();
        blanks();
        if (peek() != ']') {
            do {
                items.add(value(depth));
                blanks();
            } while (skipped(','));
        }
        expect(']');
        return new Tree.Arr(items);
    }

    private void open(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable();
        }
        at++;
    }

    private Tree token() throws Unreadable {
        for (var word : WORDS) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return new Tree.Raw(word);
            }
        }
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt() || matcher.end() - at > MOST_DIGITS) {
            throw new Unreadable();
        }
        at = matcher.end();
        return new Tree.Raw(matcher.group());
    }

    private String string() throws Unreadable {
        expect('"');
        var value = new StringBuilder();
        while (peek() != '"') {
            char character = peek();
            at++;
            if (character < ' ') {
                throw new Unreadable();
            }
            value.append(character == '\\' ? escape() : character);
        }
        at++;
        return value.toString();
    }

    private char escape() throws Unreadable {
        char character = peek();
        at++;
        return switch (character) {
            case '"', '\\', '/' -> character;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw new Unreadable();
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw new Unreadable();
        };
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skipped(char character) {
        boolean there = at < text.length() && text.charAt(at) == character;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char character) throws Unreadable {
        if (!skipped(character)) {
            throw new Unreadable();
        }
    }

    private char peek() throws Unreadable {
        if (at >= text.length()) {
            throw new Unreadable();
        }
        return text.charAt(at);
    }
}

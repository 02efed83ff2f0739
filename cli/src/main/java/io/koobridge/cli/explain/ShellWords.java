package io.koobridge.cli.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a command line as a POSIX shell splits them, with the {@code $'...'} that browsers copy. Nothing is expanded. */
final class ShellWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private @Nullable StringBuilder word;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when a quotation has no end */
    static List<String> of(String command) {
        var shell = new ShellWords(command);
        shell.split();
        return shell.words;
    }

    private void split() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ', '\t', '\r', '\n' -> end();
                case '\'' -> word().append(until('\''));
                case '"' -> doubleQuoted();
                case '\\' -> escaped();
                default -> {
                    if (c == '$' && at < text.length() && text.charAt(at) == '\'') {
                        at++;
                        ansiQuoted();
                    } else {
                        word().append(c);
                    }
                }
            }
        }
        end();
    }

    private StringBuilder word() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }

    private String until(char quote) {
        int end = text.indexOf(quote, at);
        if (end < 0) {
            throw unended();
        }
        var quoted = text.substring(at, end);
        at = end + 1;
        return quoted;
    }

    private void escaped() {
        if (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            } else if (c != '\n') {
                word().append(c);
            }
        }
    }

    private void doubleQuoted() {
        var into = word();
        for (char c = next(); c != '"'; c = next()) {
            if (c == '\\' && at < text.length() && "\"\\$`\n".indexOf(text.charAt(at)) >= 0) {
                c = next();
                into.append(c == '\n' ? "" : String.valueOf(c));
            } else {
                into.append(c);
            }
        }
    }

    private void ansiQuoted() {
        var into = word();
        for (char c = next(); c != '\''; c = next()) {
            into.append(c == '\\' ? ansiEscape() : c);
        }
    }

    private char ansiEscape() {
        char c = next();
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw new IllegalArgumentException("The curl command has \\u without four hexadecimal digits.");
                }
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> c;
        };
    }

    private char next() {
        if (at >= text.length()) {
            throw unended();
        }
        return text.charAt(at++);
    }

    private static IllegalArgumentException unended() {
        return new IllegalArgumentException("The curl command has a quotation without an end.");
    }
}

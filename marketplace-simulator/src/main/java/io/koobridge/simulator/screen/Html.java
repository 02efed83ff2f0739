package io.koobridge.simulator.screen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Pieces of HTML. Everything that came from outside goes through {@link #text}. */
final class Html {
    private Html() {}

    static String text(@Nullable Object value) {
        return value == null ? "" : HtmlUtils.htmlEscape(value.toString());
    }

    static String table(String caption, List<String> heads, Stream<String> rows) {
        String body = rows.collect(Collectors.joining());
        return "<h2>" + text(caption) + "</h2><table><tr>"
                + heads.stream().map(head -> "<th>" + text(head)).collect(Collectors.joining()) + "</tr>\n"
                + (body.isEmpty()
                        ? "<tr><td class=\"quiet\" colspan=\"" + heads.size() + "\">none yet</td></tr>"
                        : body)
                + "</table>\n";
    }

    static String row(@Nullable Object... cells) {
        return Stream.of(cells)
                .map(cell -> "<td>" + (cell instanceof Raw raw ? raw.html() : text(cell)))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /** Already HTML. */
    record Raw(String html) {}

    /** A form of one line: a button and what it sends. */
    static String form(String path, String button, String... fields) {
        return "<form method=\"post\" action=\"/screen/" + path + "\">" + String.join(" ", fields) + " <button>"
                + text(button) + "</button></form>";
    }

    static String select(String name, List<String> options) {
        return "<select name=\"" + name + "\" aria-label=\"" + name + "\">"
                + options.stream().map(option -> "<option>" + text(option)).collect(Collectors.joining())
                + "</select>";
    }

    static String hidden(String name, Object value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + text(value) + "\">";
    }

    static String input(String name, String hint) {
        return "<input name=\"" + name + "\" placeholder=\"" + text(hint) + "\" aria-label=\"" + text(hint) + "\">";
    }
}

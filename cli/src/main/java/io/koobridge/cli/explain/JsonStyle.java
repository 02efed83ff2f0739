package io.koobridge.cli.explain;

import java.util.Comparator;
import java.util.List;

/**
 * A way to write JSON.
 *
 * @param order of the members, or as they stand
 * @param nested whether the order is for nested objects, too
 * @param nulls whether members of the top level that are null are written
 * @param space what stands where
 */
record JsonStyle(Order order, boolean nested, boolean nulls, Space space) {

    /** Of members. */
    enum Order {
        AS_IT_STANDS,
        ASCENDING,
        DESCENDING
    }

    /**
     * White space.
     *
     * @param indent of each level, each member on a line of its own; empty for one line
     */
    record Space(String colon, String comma, String indent, String lineBreak) {

        static final Space NONE = new Space(":", ",", "", "");

        static Space lines(String colon, String indent, String lineBreak) {
            return new Space(colon, ",", indent, lineBreak);
        }
    }

    static final JsonStyle COMPACT = new JsonStyle(Order.AS_IT_STANDS, false, true, Space.NONE);

    /** saas-v2 §7.4, P2. */
    static final JsonStyle CANONICAL = COMPACT.sorted(Order.ASCENDING).withoutNulls();

    JsonStyle sorted(Order by) {
        return new JsonStyle(by, nested, nulls, space);
    }

    JsonStyle withoutNulls() {
        return new JsonStyle(order, nested, false, space);
    }

    JsonStyle everywhere() {
        return new JsonStyle(order, true, nulls, space);
    }

    JsonStyle with(Space other) {
        return new JsonStyle(order, nested, nulls, other);
    }

    String write(Json.ObjectValue object) {
        var out = new StringBuilder();
        write(object, out, 0);
        return out.toString();
    }

    private void write(Json value, StringBuilder out, int depth) {
        switch (value) {
            case Json.Literal(var spelled) -> out.append(spelled);
            case Json.Text(var text) -> quote(text, out);
            case Json.ArrayValue(var elements) -> {
                out.append('[');
                for (int i = 0; i < elements.size(); i++) {
                    out.append(i == 0 ? "" : space.comma());
                    lineBreak(out, depth + 1);
                    write(elements.get(i), out, depth + 1);
                }
                end(out, depth, elements.isEmpty());
                out.append(']');
            }
            case Json.ObjectValue(var members) -> {
                var written = depth == 0 || nested ? arranged(members, depth) : members;
                out.append('{');
                for (int i = 0; i < written.size(); i++) {
                    out.append(i == 0 ? "" : space.comma());
                    lineBreak(out, depth + 1);
                    quote(written.get(i).name(), out);
                    out.append(space.colon());
                    write(written.get(i).value(), out, depth + 1);
                }
                end(out, depth, written.isEmpty());
                out.append('}');
            }
        }
    }

    private List<Json.Member> arranged(List<Json.Member> members, int depth) {
        var kept = members.stream()
                .filter(member ->
                        nulls || depth > 0 || !(member.value() instanceof Json.Literal literal && literal.isNull()));
        return switch (order) {
            case AS_IT_STANDS -> kept.toList();
            case ASCENDING ->
                kept.sorted(Comparator.comparing(Json.Member::name)).toList();
            case DESCENDING ->
                kept.sorted(Comparator.comparing(Json.Member::name).reversed()).toList();
        };
    }

    private void end(StringBuilder out, int depth, boolean empty) {
        if (!empty) {
            lineBreak(out, depth);
        }
    }

    private void lineBreak(StringBuilder out, int depth) {
        if (!space.lineBreak().isEmpty()) {
            out.append(space.lineBreak()).repeat(space.indent(), depth);
        }
    }

    /** No escapes but those that JSON demands. */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04X".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}

package io.koobridge.cli.explain;

import io.koobridge.cli.installation.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows a diagnosis, for people or as one line of JSON. */
record ExplainReport(PrintWriter out, boolean asJson) {

    void show(Diagnosis diagnosis, @Nullable Check answer, @Nullable String note) {
        var checks = answer == null
                ? diagnosis.checks()
                : Stream.concat(diagnosis.checks().stream(), Stream.of(answer)).toList();
        if (asJson) {
            out.println(JsonMapper.shared().writeValueAsString(json(diagnosis, checks, answer, note)));
        } else {
            out.print(text(diagnosis, checks, note));
        }
        out.flush();
    }

    private static String text(Diagnosis diagnosis, List<Check> checks, @Nullable String note) {
        var text = new StringBuilder();
        if (note != null) {
            text.append(note).append("\n\n");
        }
        var table = new Table("check", "result", "what");
        checks.forEach(check -> table.row(check.name(), label(check), check.sentence()));
        text.append(table);
        var values = diagnosis.values();
        if (values != null) {
            text.append(values.text());
        }
        text.append('\n').append(diagnosis.conclusion()).append('\n');
        diagnosis.advice().forEach(advice -> text.append("  - ").append(advice).append('\n'));
        return text.toString();
    }

    private static ObjectNode json(
            Diagnosis diagnosis, List<Check> checks, @Nullable Check answer, @Nullable String note) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("right", diagnosis.right() && (answer == null || answer.result() == Check.Result.RIGHT));
        json.put("conclusion", diagnosis.conclusion());
        switch (diagnosis.finding()) {
            case Finding.Verified(var key, var form) ->
                json.put("key", key.id()).put("form", form.name());
            case Finding.Explained(var key, var mistakes) -> {
                json.put("key", key.id());
                var names = json.putArray("mistakes");
                mistakes.forEach(mistake -> names.add(mistake.name()));
            }
            case Finding.Unexplained _, Finding.NotReached _ -> {}
        }
        var array = json.putArray("checks");
        checks.forEach(check -> array.addObject()
                .put("check", check.name())
                .put("result", check.result().name())
                .put("what", check.sentence()));
        var advice = json.putArray("advice");
        diagnosis.advice().forEach(advice::add);
        if (diagnosis.values() != null) {
            json.set("values", JsonMapper.shared().valueToTree(diagnosis.values()));
        }
        if (note != null) {
            json.put("note", note);
        }
        return json;
    }

    private static String label(Check check) {
        return check.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

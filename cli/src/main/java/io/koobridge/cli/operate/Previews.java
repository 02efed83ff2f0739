package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.ServiceException;
import io.koobridge.cli.installation.Table;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What replays would do. One that fails does not hide the others; a service that is away is the end. */
record Previews(ObjectNode json, int exitCode) {

    static Previews of(DeadLetters letters, List<String> ids) {
        var json = JsonMapper.shared().createObjectNode();
        var all = json.putArray("previews");
        int exit = ExitCode.DONE;
        for (var id : ids) {
            var one = all.addObject().put("id", id);
            if (exit == ExitCode.UNREACHABLE) {
                one.put("failed", "not tried");
                continue;
            }
            try {
                letters.act(id, "preview", Map.of())
                        .properties()
                        .forEach(member -> one.set(member.getKey(), member.getValue()));
            } catch (ServiceException e) {
                exit = Math.max(exit, e.exitCode());
                one.put("failed", String.valueOf(e.getMessage()));
            }
        }
        return new Previews(json, exit);
    }

    Table table() {
        var table = new Table("id", "would be", "fact", "subject", "before", "after", "detail");
        json.path("previews")
                .forEach(preview -> table.row(
                        preview.path("id").asString(""),
                        outcome(preview),
                        preview.path("fact").asString(""),
                        preview.path("subject").asString(""),
                        glance(preview.path("before")),
                        glance(preview.path("after")),
                        preview.path("failed").asString(preview.path("detail").asString(""))));
        return table;
    }

    private static String outcome(JsonNode preview) {
        if (preview.has("failed")) {
            return "not known";
        }
        var reason = preview.path("putAsideAgain").asString("");
        return reason.isEmpty() ? preview.path("outcome").asString("") : "put aside again: " + reason;
    }

    private static String glance(JsonNode glance) {
        return glance.isObject()
                ? "%s, generation %s"
                        .formatted(
                                glance.path("phase").asString(""),
                                glance.path("generation").asString(""))
                : "";
    }
}

package io.koobridge.cli.trigger;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows an exchange, for people or as one line of JSON. */
record Report(PrintWriter out, boolean asJson) {

    private static final String NOT_OURS = "cannot be decrypted with this key";

    /** @param accessData what was decrypted of the answer, if somebody asked */
    void show(Exchange exchange, List<AccessData> accessData) {
        if (asJson) {
            out.println(json(exchange, accessData));
        } else {
            out.print(text(exchange));
            accessData.forEach(
                    each -> out.println(each.name() + ": " + each.text().orElse(NOT_OURS)));
        }
        out.flush();
    }

    private static String text(Exchange exchange) {
        return """
                %s %s
                %s

                HTTP %d after %d ms
                %s

                Body-Sign is %s
                %s
                """.formatted(
                        exchange.request().method(),
                        exchange.request().url(),
                        exchange.request().body(),
                        exchange.answer().status(),
                        exchange.answer().millis(),
                        exchange.answer().text(),
                        exchange.answer().bodySign().name().toLowerCase(Locale.ROOT),
                        verdict(exchange));
    }

    private static String verdict(Exchange exchange) {
        String code = exchange.member("resultCode");
        String message = exchange.member("resultMsg");
        return "%s: %s %s"
                .formatted(exchange.isAccepted() ? "accepted" : "refused", code.isEmpty() ? "no code" : code, message)
                .strip();
    }

    private static String json(Exchange exchange, List<AccessData> accessData) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("accepted", exchange.isAccepted());
        line.put("resultCode", exchange.member("resultCode"));
        line.put("resultMsg", exchange.member("resultMsg"));
        line.put("instanceId", exchange.member("instanceId"));
        line.put("bodySign", exchange.answer().bodySign().name());
        line.put("httpStatus", exchange.answer().status());
        line.put("millis", exchange.answer().millis());
        line.put("url", exchange.request().url().toString());
        line.put("requestBody", exchange.request().body());
        line.put("responseBody", exchange.answer().text());
        if (!accessData.isEmpty()) {
            var list = line.putArray("accessData");
            accessData.forEach(each -> list.addObject()
                    .put("name", each.name())
                    .put("text", each.text().orElse(null)));
        }
        return JsonMapper.shared().writeValueAsString(line);
    }
}

package io.koobridge.cli.trigger;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows an exchange, for people or as one line of JSON. */
record Report(PrintWriter out, boolean asJson) {

    void show(Exchange exchange) {
        if (asJson) {
            out.println(json(exchange));
        } else {
            out.print(text(exchange));
        }
        out.flush();
    }

    private static String text(Exchange exchange) {
        return """
                POST %s
                %s

                HTTP %d after %d ms
                %s

                Body-Sign is %s
                %s
                """.formatted(
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

    private static String json(Exchange exchange) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("accepted", exchange.isAccepted());
        line.put("resultCode", exchange.member("resultCode"));
        line.put("resultMsg", exchange.member("resultMsg"));
        line.put("instanceId", exchange.member("instanceId"));
        line.put("bodySign", exchange.answer().bodySign().name());
        line.put("httpStatus", exchange.answer().status());
        line.put("millis", exchange.answer().millis());
        line.put("url", exchange.request().url());
        line.put("requestBody", exchange.request().body());
        line.put("responseBody", exchange.answer().text());
        return JsonMapper.shared().writeValueAsString(line);
    }
}

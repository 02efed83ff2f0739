package io.koobridge.system.running;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is true of every answer of ours, whatever else is broken: HTTP 200, the right Body-Sign, within three seconds or, where a purchase is held, that much
 * later.
 *
 * @param calls of the marketplace's record
 * @param away when the gateway was dead or stopped: then nobody can ask it for anything
 */
record Answers(List<JsonNode> calls, List<Away> away) {

    private static final Duration PROMISED = Duration.ofSeconds(3);

    /** V1 purchases are held for their instance before that (design §3.8). */
    private static final Duration HELD = Duration.ofSeconds(12);

    /** A time that the gateway was not there. What piled up meanwhile is answered shortly after. */
    record Away(Instant from, Instant until) {

        private static final Duration CATCHING_UP = Duration.ofSeconds(2);

        boolean meets(JsonNode call) {
            var begin = Instant.parse(call.path("at").asString());
            var end = begin.plusMillis(call.path("millis").asLong());
            return end.isAfter(from) && begin.isBefore(until.plus(CATCHING_UP));
        }
    }

    long answered() {
        return calls.stream().filter(Answers::isAnswered).count();
    }

    /** V1 is asked by GET (saas-v1 §1.1). */
    long answeredInV1() {
        return calls.stream().filter(Answers::isAnswered).filter(Answers::isV1).count();
    }

    /** Every answer that is not right, and every call that got none from a gateway that was there. */
    List<String> complaints() {
        return calls.stream()
                .filter(call -> call.path("direction").asString().equals("TO_SELLER"))
                .flatMap(call -> complaints(call).stream())
                .toList();
    }

    private List<String> complaints(JsonNode call) {
        var complaints = new ArrayList<String>();
        var fault = call.path("fault").asString("");
        boolean there = away.stream().noneMatch(time -> time.meets(call));
        if (!isAnswered(call)) {
            // Whoever hangs up gets nothing.
            if (there && !fault.equals("CUT_CONNECTION")) {
                complaints.add("no answer: " + call);
            }
            return complaints;
        }
        if (call.path("httpStatus").asInt() != 200) {
            complaints.add("not HTTP 200: " + call);
        }
        if (!call.path("bodySign").asString().equals("RIGHT")) {
            complaints.add("not signed rightly: " + call);
        }
        // Whoever reads slowly waits for himself.
        if (there
                && !fault.equals("SLOW_READER")
                && call.path("millis").asLong() > promised(call).toMillis()) {
            complaints.add("too late: " + call);
        }
        return complaints;
    }

    private static Duration promised(JsonNode call) {
        boolean held = isV1(call) && call.path("name").asString().equals("newInstance");
        return held ? PROMISED.plus(HELD) : PROMISED;
    }

    private static boolean isV1(JsonNode call) {
        return call.path("requestLine").asString("").startsWith("GET ");
    }

    private static boolean isAnswered(JsonNode call) {
        return call.path("direction").asString().equals("TO_SELLER")
                && call.path("httpStatus").isNumber();
    }
}

package io.koobridge.stack.demo;

import java.time.Instant;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call of the simulator's record. */
record Call(JsonNode recorded) {

    /** Of calls to the seller, of order queries, of uploads, of authorization codes. */
    private static final Set<String> GOOD = Set.of("000000", "000004", "MKT.0000", "CBC.0000", "92020000");

    boolean toSeller() {
        return text("direction").equals("TO_SELLER");
    }

    String name() {
        return text("name");
    }

    String code() {
        String code = text("resultCode");
        JsonNode body = json("responseBody");
        return code.isEmpty()
                ? body.path("resultCode").asString(body.path("error_code").asString(""))
                : code;
    }

    String message() {
        return json("responseBody").path("resultMsg").asString("");
    }

    /** V1 calls by GET, and says everything in the query (saas-v1 §1.2). */
    boolean isV1() {
        return toSeller() && !isVisit() && text("requestLine").startsWith("GET ");
    }

    /** A page that the buyer's browser saw; nobody signs those. */
    boolean isVisit() {
        return name().equals("openFrontEnd");
    }

    boolean isDebug() {
        String flag = isV1()
                ? new V1Query(url()).value("testFlag")
                : json("requestBody").path("testFlag").asString("");
        return flag.equals("1");
    }

    String url() {
        return text("url");
    }

    String requestBody() {
        return text("requestBody");
    }

    String verdict() {
        return text("verdict");
    }

    String bodySign() {
        return text("bodySign");
    }

    String fault() {
        return text("fault");
    }

    long millis() {
        return recorded.path("millis").asLong();
    }

    Instant at() {
        return Instant.parse(text("at"));
    }

    /** The same signed call is there once; order queries of one second differ in their beginning. */
    String identity() {
        return String.join("|", text("at"), text("direction"), text("requestLine"), text("businessId"));
    }

    /** Polls and repeats that differ in nothing that a table shows. */
    boolean looksLike(Call other) {
        return toSeller() == other.toSeller()
                && what().equals(other.what())
                && answer().equals(other.answer())
                && bodySign().equals(other.bodySign())
                && verdict().equals(other.verdict());
    }

    /** The activity, and what makes this call different from others of the activity. */
    String what() {
        JsonNode body = json("requestBody");
        String detail = isV1()
                ? new V1Query(url()).detail()
                : body.path("scene").asString(body.path("status").asString(""));
        return String.join(" ", isV1() ? "V1" : "", name(), detail, fault())
                .strip()
                .replaceAll(" +", " ");
    }

    /** What the seller says of how to get in: V1's purchase has it beside the id, queries in a list. */
    JsonNode appInfo() {
        JsonNode body = json("responseBody");
        return body.path("appInfo").isObject()
                ? body.path("appInfo")
                : body.path("info").path(0).path("appInfo");
    }

    /** What License V1 answers to a purchase; empty where there is none. */
    String license() {
        return json("responseBody").path("license").asString("");
    }

    String answer() {
        JsonNode body = json("responseBody");
        String url = appInfo().path("frontEndUrl").asString("");
        String id = body.path("instanceId").asString("");
        String said = !url.isEmpty() ? url : !id.isEmpty() ? id : isGood() ? "" : message();
        String code = code();
        return (code.isEmpty() ? nothing() : code + " " + said).strip();
    }

    private boolean isGood() {
        return GOOD.contains(code());
    }

    private String nothing() {
        String reason = text("reason");
        int status = recorded.path("httpStatus").asInt();
        return status > 0 && (status != 200 || isVisit()) ? "HTTP " + status : reason.isEmpty() ? "no answer" : reason;
    }

    private JsonNode json(String member) {
        try {
            String text = text(member);
            return JsonMapper.shared().readTree(text.isEmpty() ? "{}" : text);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private String text(String member) {
        return recorded.path(member).asString("");
    }
}

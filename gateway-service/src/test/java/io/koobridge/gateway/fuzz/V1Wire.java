package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A V1 call as it is sent: what it says is in the query, or, where that is allowed, in the body of a POST. */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record V1Wire(Place place, String method, String query, byte[] body, String tokenHeader) implements Sent {

    /** Through HTTP: a percent sign that begins nothing is taken for itself there, as in V2. */
    V1Wire received() {
        return new V1Wire(place, method, query.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), body, tokenHeader);
    }

    @Override
    public String toString() {
        var text = new String(body, UTF_8);
        return "%s %s?%s%n  authToken: %s%n  body: %s"
                .formatted(method, place.address().path(), shortened(query), tokenHeader, shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > 3_000 ? text.substring(0, 3_000) + "… (%d)".formatted(text.length()) : text;
    }
}

package io.koobridge.cli.trigger;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.response.BodySign;
import java.net.URI;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call and its answer. */
record Exchange(Edition edition, Request request, Answer answer) {

    private static final int OK = 200;

    /** What is sent; a GET has an empty body. */
    record Request(String method, URI url, String body) {}

    /** What came back. */
    record Answer(int status, BodySignVerdict bodySign, String text, long millis) {}

    /** What a check of the answer's signature over its exact bytes found. */
    enum BodySignVerdict {
        RIGHT,
        WRONG,
        ABSENT;

        static BodySignVerdict of(Optional<String> header, byte[] body, AccessKey key) {
            return header.map(value -> value.equals(BodySign.value(key, body)) ? RIGHT : WRONG)
                    .orElse(ABSENT);
        }
    }

    /** As the marketplace of this edition sees it. */
    boolean isAccepted() {
        return answer.status() == OK && edition.takes(member("resultCode"), answer.bodySign());
    }

    /** A member of the answer, empty when there is none. */
    String member(String name) {
        return json().path(name).asString("");
    }

    /** The answer, missing when it is none. */
    JsonNode json() {
        try {
            return JsonMapper.shared().readTree(answer.text());
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }
}

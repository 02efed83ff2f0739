package io.koobridge.cli.trigger;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.response.BodySign;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call and its answer. */
record Exchange(Request request, Answer answer) {

    /** Success, or "being provisioned" (saas-v2 §8). */
    private static final Set<String> ACCEPTING = Set.of("000000", "000004");

    private static final int OK = 200;

    /** What was sent: a POST. */
    record Request(String url, String body) {}

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

    /** Accepted, and by somebody who has the key: an unsigned answer is taken, as V2 does, a wrong signature is not. */
    boolean isAccepted() {
        return answer.status() == OK
                && ACCEPTING.contains(member("resultCode"))
                && answer.bodySign() != BodySignVerdict.WRONG;
    }

    /** A member of the answer, empty when there is none. */
    String member(String name) {
        return json().path(name).asString("");
    }

    private JsonNode json() {
        try {
            return JsonMapper.shared().readTree(answer.text());
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }
}

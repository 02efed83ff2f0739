package io.koobridge.benchmark.peer;

import java.time.Duration;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Verifies, stores, answers. */
@RestController
class PurchaseController {

    /** saas-v2 §7.5, to both sides. */
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final CallSignature signature;
    private final Orders orders;
    private final JsonMapper json;

    PurchaseController(CallSignature signature, Orders orders, JsonMapper json) {
        this.signature = signature;
        this.orders = orders;
        this.json = json;
    }

    @PostMapping("/koogallery/saas")
    ResponseEntity<byte[]> purchase(
            @RequestParam("signature") String sent,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestBody byte[] body) {
        return signed(answer(sent, timestamp, nonce, body));
    }

    private PurchaseAnswer answer(String sent, String timestamp, String nonce, byte[] body) {
        Instant now = Instant.now();
        if (!isCurrent(timestamp, now)) {
            return PurchaseAnswer.NOT_UNDERSTOOD;
        }
        if (!signature.isRight(sent, timestamp, nonce, body)) {
            return PurchaseAnswer.NOT_AUTHENTIC;
        }
        try {
            var call = json.readValue(body, PurchaseCall.class);
            return call.isComplete() ? PurchaseAnswer.underWay(orders.add(call, now)) : PurchaseAnswer.NOT_UNDERSTOOD;
        } catch (JacksonException e) {
            return PurchaseAnswer.NOT_UNDERSTOOD;
        }
    }

    private static boolean isCurrent(String timestamp, Instant now) {
        try {
            Instant sent = Instant.ofEpochMilli(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private ResponseEntity<byte[]> signed(PurchaseAnswer answer) {
        byte[] body = json.writeValueAsBytes(answer);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Body-Sign", signature.ofAnswer(body))
                .body(body);
    }
}

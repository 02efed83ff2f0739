package io.koobridge.benchmark.peer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/** What KooGallery reads (saas-v2 §3.2). */
@JsonInclude(Include.NON_NULL)
record PurchaseAnswer(
        String resultCode, String resultMsg, @Nullable String instanceId) {

    static final PurchaseAnswer NOT_AUTHENTIC = new PurchaseAnswer("000001", "authentication failed", null);
    static final PurchaseAnswer NOT_UNDERSTOOD = new PurchaseAnswer("000002", "invalid parameter", null);

    static PurchaseAnswer underWay(String instanceId) {
        return new PurchaseAnswer("000004", "being provisioned", instanceId);
    }
}

package io.koobridge.simulator.fault;

/** An honest call, then its nonce again (saas-v2 §7.5). */
public record ReplayedNonce(Content content) implements Fault.OfCalls {

    public enum Content {
        /** Another time stamp and businessId, so another signature: somebody reuses the nonce. */
        OTHER,
        /** The very same bytes: captured, or sent again by the transport. All calls are idempotent, so it may be answered as before. */
        SAME
    }

    public ReplayedNonce {
        content = Limits.orElse(content, Content.OTHER);
    }

    @Override
    public String name() {
        return "REPLAYED_NONCE";
    }

    @Override
    public Expected expected() {
        return content == Content.OTHER ? Expected.signatureRefused() : Expected.success();
    }
}

package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The purchase of an authorization code: the marketplace makes it and tells nobody but the buyer and the console (license §4). */
public record HandOutCode(Order order, String code) implements Step {
    private static final int DIGITS = 22;

    /** The code follows from the order, so that a simulator that was started anew hands out the same. */
    static HandOutCode of(Order order) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("authorization code of " + order.orderId()).getBytes(StandardCharsets.UTF_8));
            String text = HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
            return new HandOutCode(order, "PL" + text.substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public Kind kind() {
        return Kind.HAND_OUT_CODE;
    }

    @Override
    public String activity() {
        return "none";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        throw new NotNow("no call tells the seller that a code was bought");
    }
}

package io.koobridge.events.instance;

import io.koobridge.events.SealedText;
import org.jspecify.annotations.Nullable;

/** Who bought. Contact data only where the product asked for the buyer's consent, and sealed. */
public record Buyer(
        @Nullable String customerId,
        @Nullable String customerName,
        @Nullable String userId,
        @Nullable String userName,
        @Nullable SealedText mobile,
        @Nullable SealedText email) {

    /** The field that mobile numbers are sealed as. */
    public static final String MOBILE = "mobile";

    /** The field that e-mail addresses are sealed as. */
    public static final String EMAIL = "email";
}

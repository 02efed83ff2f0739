package io.koobridge.simulator.market;

import org.jspecify.annotations.Nullable;

/** The buyer of an order. Whatever the caller leaves out is not told to the seller either. */
public record Buyer(
        @Nullable String customerId,
        @Nullable String customerName,
        @Nullable String userId,
        @Nullable String userName,
        @Nullable String mobilePhone,
        @Nullable String email) {

    /** An invented customer; the domain is reserved for examples. */
    public static Buyer example() {
        return new Buyer(
                "68cbc86abc2018ab880d92f36422fa0e",
                "Example Trading Ltd",
                "3736bb8ad93b43fca8012c20a82cdad7",
                "buyer01",
                "18900000000",
                "buyer01@example.com");
    }
}

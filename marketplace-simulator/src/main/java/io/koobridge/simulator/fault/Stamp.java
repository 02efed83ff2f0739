package io.koobridge.simulator.fault;

/** What is signed besides the body. */
public record Stamp(String accessKey, long millis, String timestamp, String nonce) {

    public static Stamp at(String accessKey, long millis, String nonce) {
        return new Stamp(accessKey, millis, String.valueOf(millis), nonce);
    }
}

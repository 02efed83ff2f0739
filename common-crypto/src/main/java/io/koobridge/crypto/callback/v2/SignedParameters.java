package io.koobridge.crypto.callback.v2;

import io.koobridge.crypto.mac.MacTag;
import java.time.Instant;

/**
 * The query parameters of a V2 callback, complete and well formed and within the time window, but not yet verified.
 *
 * @param signature as decoded from hexadecimal digits; equality ignores the case they came in
 * @param timestamp exactly the text received, which is what was signed
 * @param nonce exactly the text received; with the id of the key it identifies the call (saas-v2 §7.5 step 5)
 * @param signedAt what {@code timestamp} means
 */
public record SignedParameters(MacTag signature, String timestamp, String nonce, Instant signedAt) {}

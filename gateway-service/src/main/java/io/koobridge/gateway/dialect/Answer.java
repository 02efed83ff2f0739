package io.koobridge.gateway.dialect;

/**
 * What goes back, ready to be signed.
 *
 * @param resultCode six digits
 * @param failed it is our fault and the same call may succeed later, so that a repetition deserves another try
 * @param json the exact bytes, ASCII
 */
@SuppressWarnings("ArrayRecordComponent") // written once, sent, never compared
public record Answer(String resultCode, boolean failed, String contentType, byte[] json) {}

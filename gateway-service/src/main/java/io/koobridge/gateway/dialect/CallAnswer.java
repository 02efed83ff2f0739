package io.koobridge.gateway.dialect;

/**
 * What goes back, ready to be signed.
 *
 * @param resultCode six digits
 * @param failed see {@link io.koobridge.gateway.command.Reply#isFailure}; not to be told by the code, which may also say what is so
 * @param json the exact bytes, ASCII
 * @param signed whether it goes with a {@code Body-Sign}
 */
@SuppressWarnings("ArrayRecordComponent") // written once, sent, never compared
public record CallAnswer(String resultCode, boolean failed, String contentType, byte[] json, boolean signed) {

    /** As all but one edition send it. */
    public CallAnswer(String resultCode, boolean failed, String contentType, byte[] json) {
        this(resultCode, failed, contentType, json, true);
    }
}

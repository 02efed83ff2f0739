package io.koobridge.gateway.address;

/** An authorization code as logs may show it: enough to find it among others, too little to use it. */
public final class MaskedCode {

    private static final int SHOWN = 4;

    private MaskedCode() {}

    /** The last characters of what is long enough to keep most of it hidden. */
    public static String of(String code) {
        return code.length() < 3 * SHOWN ? "***" : "***" + code.substring(code.length() - SHOWN);
    }
}

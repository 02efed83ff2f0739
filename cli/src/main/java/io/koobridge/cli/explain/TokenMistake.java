package io.koobridge.cli.explain;

/** What goes wrong when somebody signs a V1 call, as far as no parameter is to blame. */
public enum TokenMistake implements Blame {
    OTHER_KEY(
            "it was signed with an access key that this address is not configured with",
            "Compare the access key with the Seller Console (seller information), or list that key for the address."),
    KEY_WITH_BLANKS(
            "the access key had white space around it, usually a line break at its end",
            "Copy the access key without the line break; compare its length."),
    KEY_WITHOUT_TIME_STAMP(
            "the HMAC's key was the access key alone, without timeStamp",
            "The HMAC's key is the access key immediately followed by timeStamp, as it is sent."),
    TIME_STAMP_BEFORE_KEY(
            "timeStamp stood before the access key in the HMAC's key",
            "The HMAC's key is the access key immediately followed by timeStamp."),
    SIGNED_ENCODED(
            "percent-encoded values were signed",
            "Sign the plain values, and percent-encode them afterwards, when the URL is built; in a body nothing is."),
    SIGNED_WHOLE(
            "the body's JSON was signed as it is",
            "Sign name=value of each member that is not blank, sorted by name and joined by '&'."),
    NOT_SORTED(
            "the parameters were not sorted by name",
            "Sort by name, ascending by character code: upper case comes before lower case."),
    HEX(
            "the token is hexadecimal digits instead of Base64",
            "Send the Base64 of the 32 bytes: standard alphabet, with padding, 44 characters."),
    OTHER_BASE64(
            "the token is Base64 of another alphabet, or without padding",
            "Send the Base64 of the 32 bytes: standard alphabet, with padding, 44 characters.");

    private final String what;
    private final String advice;

    TokenMistake(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String advice() {
        return advice;
    }
}

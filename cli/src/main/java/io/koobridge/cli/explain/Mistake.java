package io.koobridge.cli.explain;

/** What goes wrong when somebody signs a V2 call. Each one says what was done, and what to do. */
public enum Mistake implements Blame {
    OTHER_KEY(
            "it was signed with an access key that this address is not configured with",
            "Bind the key of the right interface type to the address in the Seller Console, or list that key for the address."),
    KEY_WITH_BLANKS(
            "the access key had white space around it, usually a line break at its end",
            "Copy the access key without the line break; compare its length."),
    KEY_ID_AS_SECRET(
            "the id of the key was used instead of the access key itself",
            "Use the access key of the Seller Console (Application Tools > Key Management), not its id."),
    KEY_DECODED(
            "the access key was decoded from Base64 or hexadecimal digits before it was used",
            "Use the text of the access key as UTF-8 bytes; decode nothing."),
    KIT_FORMULA(
            "the joint-operation (kit) formula was used: the payload itself instead of its inner digest",
            "Sign key + nonce + timestamp + lower-case hex of HMAC-SHA256(key, body); the kit's formula belongs to the kit's addresses."),
    BASE_FORMULA(
            "the formula of the base interfaces was used: the inner digest of the body instead of the body itself",
            "Sign key + nonce + timestamp + body; the inner digest belongs to the addresses of the base interfaces."),
    INNER_PLAIN_SHA256(
            "the inner digest is plain SHA-256 of the body",
            "The inner digest is HMAC-SHA256 of the body with the access key, too."),
    INNER_UPPER_CASE(
            "the inner digest is in upper case",
            "Write the inner digest in lower case; only the outer one may be in either case."),
    INNER_BASE64("the inner digest is Base64", "Write the inner digest as lower-case hexadecimal digits."),
    INNER_BYTES(
            "the inner digest went in as 32 bytes instead of 64 digits",
            "Write the inner digest as lower-case hexadecimal digits."),
    OUTER_PLAIN_SHA256("the outer digest is plain SHA-256", "The outer digest is HMAC-SHA256 with the access key."),
    KEY_NOT_JOINED(
            "the access key does not stand before nonce and timestamp in what was signed",
            "What is signed begins with the access key itself: key + nonce + timestamp + inner digest, or the body itself in the kit."),
    ORDER_SWAPPED(
            "timestamp and nonce were joined in the wrong order",
            "The order is key, nonce, timestamp, inner digest, or the body itself in the kit."),
    TIMESTAMP_UNIT(
            "another unit of the timestamp was signed than sent: seconds and milliseconds",
            "Sign the text of timestamp exactly as it is sent."),
    PARAMETER_ENCODING(
            "the nonce that was signed is not the one that arrives after decoding the URL",
            "Sign the plain value and percent-encode it once; a '+' in a query string is a space and has to be sent as %2B."),
    SIGNATURE_BASE64(
            "the signature is Base64 instead of hexadecimal digits", "Send the outer digest as 64 hexadecimal digits."),
    EMPTY_BODY(
            "an empty body was signed",
            "Sign the bytes that are sent; a body that is read before it is signed has often been used up."),
    TRAILING_WHITE_SPACE(
            "white space or a line break at the end is in only one of the signed and the received body",
            "Sign and send the same bytes; editors and echo add a line break."),
    BYTE_ORDER_MARK(
            "a byte order mark is in only one of the signed and the received body",
            "Write UTF-8 without a byte order mark."),
    LINE_ENDINGS(
            "line endings differ between the signed and the received body",
            "Sign and send the same bytes; something converted LF and CR LF."),
    ESCAPED_NON_ASCII(
            "characters beyond ASCII are \\uXXXX in only one of the signed and the received body",
            "Sign the body as it is sent; a JSON library between signing and sending writes it differently."),
    ESCAPED_SLASH(
            "'/' is written '\\/' in only one of the signed and the received body",
            "Sign the body as it is sent; a JSON library between signing and sending writes it differently."),
    ESCAPED_HTML(
            "characters such as '<', '>' and '&' are \\u003c, \\u003e and \\u0026 in only one of the signed and the received body",
            "Sign the body as it is sent; a JSON library between signing and sending escapes for HTML (Gson, Go, .NET): switch that off."),
    PRETTY_PRINTED(
            "a body with line breaks and indents was signed, another one received",
            "Sign the body as it is sent: compact, in one line."),
    RESERIALISED(
            "the signed body has the same members in the same order, but was written anew on its way",
            "Sign the bytes that are sent, and pass on the bytes that were received: parse only a copy."),
    SORTED_DESCENDING(
            "the members were sorted from Z to A",
            "Sort ascending; two editions of the documentation have it the wrong way round."),
    SORTED_NESTED("nested members were sorted, too", "Sort the top level alone; nested values keep their order."),
    NULLS_KEPT(
            "members that are null were kept when the body was sorted",
            "Leave out null members of the top level before signing."),
    NULLS_DROPPED(
            "members that are null were left out without sorting the rest",
            "Sign the body as it is sent, or its canonical form: sorted ascending, top-level nulls left out."),
    TEST_FLAG(
            "testFlag was added or taken away after signing",
            "Sign the body with exactly the members that are sent, testFlag among them."),
    OTHER_CHARSET("the signed body was not UTF-8", "Encode the body as UTF-8 before signing.");

    private final String what;
    private final String advice;

    Mistake(String what, String advice) {
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

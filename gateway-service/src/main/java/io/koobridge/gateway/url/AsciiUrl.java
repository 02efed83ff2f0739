package io.koobridge.gateway.url;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Optional;

/** An address in ASCII, which leads to the same place: that is how headers and V1 (saas-v1 §1.2) take it. */
public final class AsciiUrl {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private AsciiUrl() {}

    /** Empty when it cannot surely be written so; what is ASCII is left as it is, whether or not it is an address. */
    public static Optional<String> of(String url) {
        if (isAscii(url)) {
            return Optional.of(url);
        }
        if (!UTF_8.newEncoder().canEncode(url)) {
            return Optional.empty();
        }
        try {
            return withAsciiHost(url).map(AsciiUrl::escaped);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** Percent signs are no host name; browsers write other letters there in punycode. */
    private static Optional<String> withAsciiHost(String url) throws URISyntaxException {
        var uri = new URI(url);
        var authority = uri.getRawAuthority();
        // java.net.URI knows a host only where it is ASCII.
        if (uri.getHost() != null || authority == null || isAscii(authority)) {
            return Optional.of(url);
        }
        int host = authority.lastIndexOf('@') + 1;
        int colon = authority.indexOf(':', host);
        int end = colon < 0 ? authority.length() : colon;
        if (!isAscii(authority.substring(end))) {
            return Optional.empty();
        }
        int start = url.indexOf("//") + 2;
        return AsciiHost.of(authority.substring(host, end))
                .map(ascii -> url.substring(0, start + host) + ascii + url.substring(start + end));
    }

    /** As browsers do it: the bytes as they are. {@link URI#toASCIIString} would compose letters first, which is another path. */
    private static String escaped(String url) {
        var ascii = new StringBuilder();
        for (byte each : url.getBytes(UTF_8)) {
            if (each >= 0) {
                ascii.append((char) each);
            } else {
                ascii.append('%').append(HEX.toHexDigits(each));
            }
        }
        return ascii.toString();
    }

    private static boolean isAscii(String text) {
        return US_ASCII.newEncoder().canEncode(text);
    }
}

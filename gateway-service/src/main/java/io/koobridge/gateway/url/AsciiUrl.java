package io.koobridge.gateway.url;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address in ASCII, which leads to the same place: that is how headers and V1 (saas-v1 §1.2) take it. */
public final class AsciiUrl {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+");

    private AsciiUrl() {}

    /** Empty when it cannot be written so; what is ASCII is left as it is, whether or not it is an address. */
    public static Optional<String> of(String url) {
        if (US_ASCII.newEncoder().canEncode(url)) {
            return Optional.of(url);
        }
        if (!UTF_8.newEncoder().canEncode(url)) {
            // Half a character makes toASCIIString() throw.
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(withAsciiHost(url)).toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Percent signs are no host name; browsers write other letters there in punycode. */
    private static String withAsciiHost(String url) throws URISyntaxException {
        var authority = new URI(url).getRawAuthority();
        if (authority == null || US_ASCII.newEncoder().canEncode(authority)) {
            return url;
        }
        int host = authority.lastIndexOf('@') + 1;
        int port = authority.indexOf(':', host);
        int end = port < 0 ? authority.length() : port;
        int start = url.indexOf("//") + 2;
        return url.substring(0, start + host) + punycode(authority.substring(host, end)) + url.substring(start + end);
    }

    /** As who looks a name up does it: letters that are younger than the JDK's table are in use (RFC 3490 §4). */
    private static String punycode(String host) throws URISyntaxException {
        var ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        if (!HOST.matcher(ascii).matches()) {
            // A wide slash becomes a narrow one, which would end the name.
            throw new URISyntaxException(host, "is no host name");
        }
        return ascii;
    }
}

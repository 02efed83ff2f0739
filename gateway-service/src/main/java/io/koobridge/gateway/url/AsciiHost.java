package io.koobridge.gateway.url;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host name in punycode, where the JDK's rules (IDNA 2003) and those of browsers (UTS 46, not transitional) make the same of it. They differ in
 * ß, ς, the joiners and letters younger than Unicode 3.2, and a wrong host is somebody else's.
 */
final class AsciiHost {

    /** Of any name (RFC 1035 §2.3.4). */
    private static final int LONGEST = 253;

    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?");

    /** Letters that nobody sees: IDNA 2003 keeps them, browsers drop or refuse them. */
    private static final Pattern FILLER = Pattern.compile("[\\u115F\\u1160\\u17B4\\u17B5]");

    private AsciiHost() {}

    /** Empty when it is none, or when browsers might ask for another one. */
    static Optional<String> of(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        if (FILLER.matcher(lower).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(lower))
                    .filter(ascii -> ascii.length() <= LONGEST)
                    // A wide slash becomes a narrow one, which would end the name.
                    .filter(ascii -> FORM.matcher(ascii).matches())
                    // What IDNA 2003 replaced or dropped does not come back.
                    .filter(ascii -> IDN.toUnicode(ascii).equals(lower));
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }
}

package io.koobridge.gateway.config;

import java.util.regex.Pattern;

/** Paths of the public port, which are compared as they come. */
final class PublicPath {

    /** What stands in a URL as it is, so that a call's path can be compared without decoding it. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /** Proxies and clients take such a segment out before anybody can compare it (RFC 3986 §5.2.4). */
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(/|$)");

    private static final Pattern OURS = Pattern.compile("/(actuator|internal)(/.*)?");

    private static final int LONGEST = 200;

    private PublicPath() {}

    /** The path, or a refusal that begins with the setting's name. */
    static String checked(String path, String name) {
        boolean proper =
                PATH.matcher(path).matches() && !DOT_SEGMENT.matcher(path).find() && path.length() <= LONGEST;
        Invalid.when(
                !proper, name, "must be 1 to %d characters such as /koogallery/saas, is '%s'".formatted(LONGEST, path));
        Invalid.when(OURS.matcher(path).matches(), name, "is taken by the service itself: " + path);
        return path;
    }
}

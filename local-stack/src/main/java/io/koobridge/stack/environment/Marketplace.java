package io.koobridge.stack.environment;

import io.koobridge.stack.process.StackFailure;
import java.net.URI;
import java.util.Set;

/** The marketplace's open API: the simulator's, unless the user names another one. */
public final class Marketplace {

    public static final String URL = "KOOBRIDGE_OPEN_API_URL";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private Marketplace() {}

    /**
     * Where orders are asked for.
     *
     * @throws StackFailure for an address that would send signed requests in plain text over a network
     */
    public static String url(Settings settings, Addresses addresses) {
        String url = settings.get(URL).orElseGet(() -> addresses.address(Endpoint.SIMULATOR));
        if (!isAcceptable(url)) {
            throw new StackFailure(URL + " is " + url
                    + ": it must be an https address; plain http is for a marketplace on this machine only");
        }
        return url;
    }

    private static boolean isAcceptable(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package io.koobridge.cli.explain;

import io.koobridge.crypto.callback.kit.KitSignature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A callback as it was captured.
 *
 * @param method in upper case
 * @param path undecoded; empty when nobody knows it
 * @param query the query string, undecoded
 * @param token the header {@code authToken}, if there was one
 * @param signing the headers that the kit's V2 edition is signed in, by their names in lower case
 * @param body the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Call(
        String method,
        String path,
        String query,
        @Nullable String token,
        Map<String, List<String>> signing,
        byte[] body) {

    static final String GET = "GET";
    static final String POST = "POST";

    private static final Set<String> SIGNING = Set.of(KitSignature.SIGN, KitSignature.TIMESTAMP, KitSignature.NONCE);
    private static final String BELOW_V1 = "/produceAPI/";
    private static final String BELOW_V2 = "/produceAPI/v2/";

    public Call {
        signing = Map.copyOf(signing);
    }

    /** Of a base interface. */
    public Call(String method, String query, @Nullable String token, byte[] body) {
        this(method, "", query, token, Map.of(), body);
    }

    /** Those that sign the kit's V2 edition, of all. */
    static Map<String, List<String>> signing(List<Header> headers) {
        return headers.stream()
                .filter(header -> SIGNING.contains(header.lowerCaseName()))
                .collect(Collectors.groupingBy(
                        Header::lowerCaseName,
                        LinkedHashMap::new,
                        Collectors.mapping(Header::value, Collectors.toList())));
    }

    /** One header. */
    record Header(String name, String value) {

        static Header of(String line) {
            int colon = line.indexOf(':');
            return new Header(
                    line.substring(0, Math.max(0, colon)).strip(),
                    line.substring(colon + 1).strip());
        }

        String lowerCaseName() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    boolean isGet() {
        return method.equals(GET);
    }

    /** Whether its path or its headers are those of the joint-operations kit's V2 edition. */
    boolean isKitV2() {
        return path.contains(BELOW_V2) || !signing.isEmpty();
    }

    /** Whether its path is that of the joint-operations kit's V1 edition. */
    boolean isKitV1() {
        return path.contains(BELOW_V1) && !path.contains(BELOW_V2);
    }

    Call withBody(byte[] other) {
        return new Call(method, path, query, token, signing, other);
    }
}

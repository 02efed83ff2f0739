package io.koobridge.simulator.signing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The canonical request of SDK-HMAC-SHA256 over exactly the headers that the caller declared (usage-and-open-api §7.1). */
final class CanonicalRequest {
    private CanonicalRequest() {}

    /** @param signedHeaders lower-case names, sorted; each must be present */
    static String of(ReceivedRequest request, List<String> signedHeaders) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + request.header(name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method().toUpperCase(Locale.ROOT),
                path(request.rawPath()),
                query(request.rawQuery() == null ? "" : request.rawQuery()),
                headers,
                String.join(";", signedHeaders),
                Hmac.hexDigest(request.body()));
    }

    private static String path(String raw) {
        String encoded = Stream.of(raw.split("/", -1))
                .map(segment -> PercentEncoding.encode(PercentEncoding.decode(segment)))
                .collect(Collectors.joining("/"));
        return encoded.endsWith("/") ? encoded : encoded + "/";
    }

    static String query(String raw) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                parameters.add(Parameter.of(pair));
            }
        }
        // By name only, so the values of a repeated name keep the order in which they came.
        parameters.sort(Comparator.comparing(Parameter::name));
        return parameters.stream().map(Parameter::encoded).collect(Collectors.joining("&"));
    }

    private record Parameter(String name, String value) {
        static Parameter of(String pair) {
            int equals = pair.indexOf('=');
            return equals < 0
                    ? new Parameter(PercentEncoding.decode(pair), "")
                    : new Parameter(
                            PercentEncoding.decode(pair.substring(0, equals)),
                            PercentEncoding.decode(pair.substring(equals + 1)));
        }

        String encoded() {
            return PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value);
        }
    }
}

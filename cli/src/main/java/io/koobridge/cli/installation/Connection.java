package io.koobridge.cli.installation;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service is asked, and with which token. */
final class Connection {

    @Option(
            names = "--service",
            paramLabel = "<name>",
            description = "Which service: its internal address is KOOBRIDGE_<NAME>_INTERNAL_URL..")
    private @Nullable String service;

    @Option(
            names = "--url",
            paramLabel = "<address>",
            description =
                    "The service's internal address, for example http://127.0.0.1:8181. Default: from the environment, or from the"
                            + " suite that runs here.")
    private @Nullable String url;

    @Option(
            names = "--token-file",
            paramLabel = "<file>",
            description =
                    "A service token. Default: KOOBRIDGE_SERVICE_TOKEN, from the environment or from the suite that runs here.")
    private @Nullable String tokenFile;

    /** Those of these whose address is known; the one that an option names, or the first of them, in any case. */
    List<String> services(Variables variables, List<String> usual) {
        if (service != null || url != null) {
            return List.of(service == null ? usual.getFirst() : service);
        }
        var known = usual.stream()
                .filter(name -> variables.get(variable(name)).isPresent())
                .toList();
        return known.isEmpty() ? usual.subList(0, 1) : known;
    }

    private static String variable(String service) {
        return "KOOBRIDGE_%s_INTERNAL_URL"
                .formatted(service.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** @throws IllegalArgumentException saying which option is missing or wrong */
    InternalApi open(Variables variables, String usualService) {
        var variable = variable(service == null ? usualService : service);
        var address =
                url != null ? url : variables.get(variable).orElseThrow(() -> nothing("--url", variable, variables));
        var token = tokenFile != null
                ? Files.text(tokenFile).strip()
                : variables
                        .get("KOOBRIDGE_SERVICE_TOKEN")
                        .orElseThrow(() -> nothing("--token-file", "KOOBRIDGE_SERVICE_TOKEN", variables));
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException("The service token is empty or has blanks in it.");
        }
        return new InternalApi(address(address), token);
    }

    private static URI address(String text) {
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null && uri.getScheme().startsWith("http") && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below, like an address that is none of a service.
        }
        throw new IllegalArgumentException(text + " is not an address such as http://127.0.0.1:8181");
    }

    private static IllegalArgumentException nothing(String option, String variable, Variables variables) {
        return new IllegalArgumentException(
                "%s is missing, %s is not set, and no suite runs here (there is no %s): start one with ./koobridge up"
                        .formatted(option, variable, variables.localEnv()));
    }
}

package io.koobridge.cli.trigger;

import io.koobridge.cli.installation.Variables;
import io.koobridge.crypto.key.AccessKey;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which production address is called, and with which key. */
final class Target {

    private static final String SAAS_PATH = "/koogallery/saas";

    @Option(
            names = "--url",
            paramLabel = "<address>",
            description =
                    "The production address. Default: /koogallery/saas of KOOBRIDGE_GATEWAY_URL, from the environment or from"
                            + " the suite that runs here.")
    private @Nullable String url;

    @Option(
            names = "--key",
            paramLabel = "<secret>",
            description =
                    "The access key itself. Default: KOOBRIDGE_KEY_BASE, for V1 KOOBRIDGE_KEY_V1 and then that one, from the"
                            + " environment or from the suite that runs here.")
    private @Nullable String key;

    /** @throws IllegalArgumentException saying which option is missing or wrong */
    URI address(Variables variables) {
        String address = url != null
                ? url
                : variables.get("KOOBRIDGE_GATEWAY_URL").orElseThrow(() -> nothing("--url", variables));
        URI uri = URI.create(address);
        if (uri.getHost() == null || !uri.getScheme().startsWith("http") || uri.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    address + " is not an address such as https://koogallery.example.com/koogallery/saas");
        }
        return uri.getPath().replace("/", "").isEmpty() ? uri.resolve(SAAS_PATH) : uri;
    }

    /** @throws IllegalArgumentException saying which option is missing or wrong */
    AccessKey key(Edition edition, Variables variables) {
        String secret = key != null
                ? key
                : edition.keyVariables().stream()
                        .flatMap(name -> variables.get(name).stream())
                        .findFirst()
                        .orElseThrow(() -> nothing("--key", variables));
        return new AccessKey("trigger", secret, null);
    }

    private static IllegalArgumentException nothing(String option, Variables variables) {
        return new IllegalArgumentException(option + " is missing, and no suite runs here (there is no "
                + variables.localEnv() + "): start one with ./koobridge up, or give --url and --key");
    }
}

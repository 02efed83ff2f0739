package io.koobridge.product;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the product is started.
 *
 * @param port where it listens; 0 is any free one
 * @param slow how long its work takes; zero answers READY at once
 * @param data the file that keeps its tenants
 * @param callBack where results are told; none means that KooBridge asks again
 * @param login where its users log in; none: it has no page for them
 */
record Options(
        int port,
        Duration slow,
        Path data,
        String secret,
        @Nullable URI callBack,
        @Nullable Login login) {

    /**
     * Logins through KooBridge.
     *
     * @param url where browsers and this product reach tenant-sync-service
     * @param application what this product is called there
     * @param issuer whom identities must name
     * @param apiKey for renewing sessions
     * @param fromWorkbench whether logins are taken that began elsewhere, which have no nonce
     */
    record Login(String url, String application, String issuer, String apiKey, boolean fromWorkbench) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Login[%s, %s]".formatted(url, application);
        }
    }

    static final String USAGE = """
            Usage: example-product [--port 8088] [--slow 5s] [--data example-product.jsonl]

              KOOBRIDGE_WEBHOOK_SECRET    the secret that KooBridge has as koobridge.provisioner.http.secret
              KOOBRIDGE_PROVISIONING_URL  the public address of provisioning-service, for call-backs
              KOOBRIDGE_LOGIN_URL         the public address of tenant-sync-service, for logins
              KOOBRIDGE_LOGIN_APPLICATION what the product is called below koobridge.login.applications; product
              KOOBRIDGE_LOGIN_ISSUER      koobridge.login.public-url; the address above
              KOOBRIDGE_LOGIN_API_KEY     a key whose digest is in koobridge.login.applications.<name>.api-keys
              KOOBRIDGE_LOGIN_WORKBENCH   true: logins are taken that began at the workbench; false""";

    /** Throws IllegalArgumentException, saying what is wrong. */
    static Options of(List<String> arguments, Map<String, String> environment) {
        var port = 8_088;
        var slow = Duration.ZERO;
        var data = Path.of("example-product.jsonl");
        for (var each = arguments.iterator(); each.hasNext(); ) {
            var option = each.next();
            switch (option) {
                case "--port" -> port = Integer.parseInt(valueOf(option, each));
                case "--slow" -> slow = seconds(valueOf(option, each));
                case "--data" -> data = Path.of(valueOf(option, each));
                default -> throw new IllegalArgumentException(option + " is no option");
            }
        }
        var secret = environment.getOrDefault("KOOBRIDGE_WEBHOOK_SECRET", "");
        if (secret.isBlank()) {
            throw new IllegalArgumentException("KOOBRIDGE_WEBHOOK_SECRET is not set");
        }
        var provisioning = environment.getOrDefault("KOOBRIDGE_PROVISIONING_URL", "");
        return new Options(
                port,
                slow,
                data.toAbsolutePath(),
                secret,
                provisioning.isBlank() ? null : URI.create(provisioning + "/provisioner/v1/results"),
                login(environment));
    }

    private static @Nullable Login login(Map<String, String> environment) {
        var url = environment.getOrDefault("KOOBRIDGE_LOGIN_URL", "");
        if (url.isBlank()) {
            return null;
        }
        var reached = url.strip().replaceFirst("/$", "");
        return new Login(
                reached,
                environment.getOrDefault("KOOBRIDGE_LOGIN_APPLICATION", "product"),
                environment.getOrDefault("KOOBRIDGE_LOGIN_ISSUER", reached),
                environment.getOrDefault("KOOBRIDGE_LOGIN_API_KEY", ""),
                Boolean.parseBoolean(environment.get("KOOBRIDGE_LOGIN_WORKBENCH")));
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static Duration seconds(String text) {
        if (!text.matches("[0-9]{1,4}s")) {
            throw new IllegalArgumentException("--slow takes seconds, such as 5s, not " + text);
        }
        return Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
    }
}

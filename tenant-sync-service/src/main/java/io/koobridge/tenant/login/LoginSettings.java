package io.koobridge.tenant.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.service.web.ApiKeys;
import io.koobridge.tenant.login.LoginProperties.Application;
import io.koobridge.tenant.login.domain.AllowedAddresses;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginApplication.Addresses;
import io.koobridge.tenant.login.domain.LoginApplication.Centre;
import io.koobridge.tenant.login.domain.LoginDomain;
import io.koobridge.tenant.login.outside.IdentityKeys;
import io.koobridge.tenant.login.outside.IdentityKeys.Half;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Settings as the rest wants them. Each refusal names the setting. */
final class LoginSettings {

    private static final String ROOT = "koobridge.login.";
    private static final int SHORTEST_SECRET = 32;
    private static final String PEM = "-----BEGIN ";

    private final LoginProperties properties;
    private final ResourceLoader locations;

    LoginSettings(LoginProperties properties, ResourceLoader locations) {
        this.properties = properties;
        this.locations = locations;
    }

    /** Without a slash at its end. */
    URI publicUrl() {
        var url = web(properties.publicUrl(), ROOT + "public-url");
        if (properties.calls().allowLoopback() && !LoginDomain.isLoopback(url.getHost())) {
            throw new IllegalArgumentException(ROOT
                    + "calls.allow-loopback is for a local stack alone: public-url must be of this very machine, too");
        }
        var root = URI.create(url.toString().replaceFirst("/$", ""));
        if (!root.getRawPath().isEmpty() || root.getRawQuery() != null || root.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    ROOT + "public-url must have no path: addresses of logins begin with /login");
        }
        return root;
    }

    List<String> cookieSecrets() {
        var secrets = properties.cookieSecrets();
        if (secrets.isEmpty()
                || secrets.stream().anyMatch(secret -> secret.strip().length() < SHORTEST_SECRET)) {
            throw new IllegalArgumentException(
                    ROOT + "cookie-secrets needs a secret, and each must have at least 32 characters");
        }
        return secrets.stream().map(String::strip).toList();
    }

    IdentityKeys identityKeys() {
        return IdentityKeys.of(IntStream.range(0, properties.signingKeys().size())
                .mapToObj(at -> half(properties.signingKeys().get(at), "%ssigning-keys[%d]".formatted(ROOT, at)))
                .toList());
    }

    private Half half(LoginProperties.SigningKey key, String setting) {
        if ((key.privateKey() == null) == (key.publicKey() == null)) {
            throw new IllegalArgumentException("%s needs one of private-key and public-key".formatted(setting));
        }
        var kid = given(key.kid(), setting + ".kid");
        return key.privateKey() == null
                ? new Half(kid, text(given(key.publicKey(), setting), setting + ".public-key"), false)
                : new Half(kid, text(key.privateKey(), setting + ".private-key"), true);
    }

    /** The location is not repeated: it may be a key whose first line was lost. */
    private String text(String textOrLocation, String setting) {
        return textOrLocation.contains(PEM) ? textOrLocation : content(locations.getResource(textOrLocation), setting);
    }

    private static String content(Resource location, String setting) {
        try {
            return location.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s is neither a PEM text nor the location of a file that can be read (%s)"
                            .formatted(setting, e.getClass().getSimpleName()));
        }
    }

    Map<String, LoginApplication> applications() {
        return properties.applications().entrySet().stream()
                .map(each -> application(each.getKey(), each.getValue()))
                .collect(Collectors.toUnmodifiableMap(LoginApplication::name, each -> each));
    }

    private LoginApplication application(String name, Application given) {
        var setting = "%sapplications.%s.".formatted(ROOT, name);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "%sapplications: '%s' must have 1 to 32 of the characters a-z 0-9 -".formatted(ROOT, name));
        }
        var callback = web(given.callbackUrl(), setting + "callback-url");
        if (!Objects.equals(callback.getHost(), publicUrl().getHost())) {
            throw new IllegalArgumentException(
                    "%scallback-url must have the host of %spublic-url: cookies of one do not reach another"
                            .formatted(setting, ROOT));
        }
        if (given.returnUrls().isEmpty()) {
            throw new IllegalArgumentException(setting + "return-urls needs an address of the product");
        }
        var server = given.serverUrl() == null ? given.profile().server() : given.serverUrl();
        var service = given.casServiceUrl();
        if (server != null && service != null && !service.contains("{tenant}")) {
            throw new IllegalArgumentException(
                    "%scas-service-url must hold {tenant} where one server is that of all enterprises: a ticket of one would be good for another"
                            .formatted(setting));
        }
        given.returnUrls().forEach(url -> web(url, setting + "return-urls"));
        given.postLogoutUrls().forEach(url -> web(url, setting + "post-logout-urls"));
        return new LoginApplication(
                name,
                given(given.appId(), setting + "app-id"),
                new Addresses(
                        callback,
                        new AllowedAddresses(given.returnUrls()),
                        new AllowedAddresses(given.postLogoutUrls())),
                new Centre(
                        given.profile(),
                        given.unifiedPage(),
                        server,
                        service,
                        given.platformInitiated(),
                        given.confirm()));
    }

    Map<String, ApiKeys> productKeys() {
        return properties.applications().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> new ApiKeys(
                                "%sapplications.%s.api-keys".formatted(ROOT, each.getKey()),
                                each.getValue().apiKeys())));
    }

    private static URI web(@Nullable URI url, String setting) {
        if (url == null
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException(setting + " must be an absolute http or https address");
        }
        if (url.getScheme().equals("http") && !LoginDomain.isLoopback(url.getHost())) {
            throw new IllegalArgumentException(
                    setting + " must begin with https://, unless it is of this very machine");
        }
        return url;
    }

    private static String given(@Nullable String value, String setting) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(setting + " is missing");
        }
        return value;
    }
}

package io.koobridge.tenant.outside.scim;

import io.koobridge.runtime.webhook.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The seller's SCIM server.
 *
 * @param url where your SCIM server is, for example {@code https://id.example.com/scim/v2}: an absolute http or https address
 *     without user and password; setting it is what chooses SCIM
 * @param token sent as a bearer token. One of {@code token}, {@code basic} and {@code client-credentials} is required with the
 *     url
 * @param basic a user and his password instead of a token
 * @param clientCredentials an OAuth client instead of a token
 * @param timeout of all calls for one user or department together, at most 20 s
 * @param nestedGroups whether the group of a department is a member of its parent's; {@code false} for servers that refuse
 *     groups in groups
 * @param deleted what becomes of a user whom every application is to forget: he is deleted, or with {@code deactivate} kept
 *     without roles and groups
 * @param adoptUnowned whether a user or group that has the wanted name already, and no {@code externalId}, is taken over. Only
 *     for a server that is KooBridge's alone: whoever manages a tenant chooses such names
 * @param form how users and groups are written
 */
@ConfigurationPropertiesSource
public record ScimSettings(
        @Nullable URI url,
        @Nullable String token,
        @Nullable Basic basic,
        @Nullable ClientCredentials clientCredentials,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("true") boolean nestedGroups,
        @DefaultValue("delete") Deleted deleted,
        @DefaultValue("false") boolean adoptUnowned,
        @DefaultValue ScimForm form) {

    public static final String KEY = "koobridge.tenant.directory.scim";

    public ScimSettings {
        if (url != null) {
            WebhookSettings.address(KEY + ".url", url);
            if (url.getRawQuery() != null || url.getRawFragment() != null) {
                throw new IllegalArgumentException(KEY + ".url must end with its path");
            }
            var ways = Stream.of(token, basic, clientCredentials).filter(way -> way != null);
            if (ways.count() != 1) {
                throw new IllegalArgumentException(
                        "%s.url is set, so one of %s.token, %s.basic and %s.client-credentials must be set too"
                                .formatted(KEY, KEY, KEY, KEY));
            }
        }
        if (token != null && !token.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(KEY + ".token must be visible ASCII without blanks");
        }
        WebhookSettings.timeout(KEY, timeout);
    }

    /** What becomes of a user whom every application is to forget. */
    public enum Deleted {
        DELETE,
        DEACTIVATE
    }

    /**
     * A user of the SCIM server.
     *
     * @param userName of HTTP Basic; without a colon
     * @param password required with {@code user-name}
     */
    @ConfigurationPropertiesSource
    public record Basic(@Nullable String userName, @Nullable String password) {

        public Basic {
            if (userName == null || userName.isBlank() || userName.contains(":") || password == null) {
                throw new IllegalArgumentException(
                        "%s.basic must have a user-name without a colon, and a password".formatted(KEY));
            }
        }

        @Override
        public String toString() {
            return "Basic[userName=%s, password=***]".formatted(userName);
        }
    }

    /**
     * An OAuth client of the kind {@code client_credentials}.
     *
     * @param tokenUrl where tokens are had: an absolute http or https address
     * @param clientId required with {@code token-url}
     * @param clientSecret required with {@code token-url}; sent by HTTP Basic
     * @param scope asked for, where the server wants one
     */
    @ConfigurationPropertiesSource
    public record ClientCredentials(
            @Nullable URI tokenUrl,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String scope) {

        public ClientCredentials {
            if (tokenUrl == null || clientId == null || clientSecret == null) {
                throw new IllegalArgumentException(
                        "%s.client-credentials must have token-url, client-id and client-secret".formatted(KEY));
            }
            WebhookSettings.address(KEY + ".client-credentials.token-url", tokenUrl);
        }

        @Override
        public String toString() {
            return "ClientCredentials[tokenUrl=%s, clientId=%s, clientSecret=***]".formatted(tokenUrl, clientId);
        }
    }

    @Override
    public String toString() {
        return "ScimSettings[url=%s, token=***, timeout=%s]".formatted(url, timeout);
    }
}

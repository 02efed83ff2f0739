package io.koobridge.tenant.outside;

import io.koobridge.tenant.outside.scim.ScimSettings;
import io.koobridge.tenant.outside.webhook.WebhookDirectorySettings;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where departments and users are written to.
 *
 * @param kind {@code scim}, {@code webhook} or {@code none}, which tells nobody: the feed can be read all the same. May be left
 *     out: a configured {@code scim.url} or {@code webhook.url} chooses
 * @param scim your SCIM server
 * @param webhook your own service
 */
@ConfigurationProperties("koobridge.tenant.directory")
public record DirectoryProperties(
        @Nullable Kind kind,
        @Nullable ScimSettings scim,
        @Nullable WebhookDirectorySettings webhook) {

    private static final String KIND = "koobridge.tenant.directory.kind";
    private static final String SCIM_URL = ScimSettings.KEY + ".url";
    private static final String WEBHOOK_URL = WebhookDirectorySettings.KEY + ".url";

    /** The adapters there are. */
    public enum Kind {
        SCIM,
        WEBHOOK,
        NONE
    }

    public DirectoryProperties {
        var server = scim != null && scim.url() != null;
        var service = webhook != null && webhook.url() != null;
        if (kind == null && server && service) {
            throw new IllegalArgumentException(
                    "%s and %s are both set: take one of them away, or set %s".formatted(SCIM_URL, WEBHOOK_URL, KIND));
        }
        if (kind == Kind.SCIM && !server) {
            throw new IllegalArgumentException("%s is scim, so %s must be set".formatted(KIND, SCIM_URL));
        }
        if (kind == Kind.WEBHOOK && !service) {
            throw new IllegalArgumentException("%s is webhook, so %s must be set".formatted(KIND, WEBHOOK_URL));
        }
        kind = Stream.of(kind, server ? Kind.SCIM : null, service ? Kind.WEBHOOK : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Kind.NONE);
    }
}

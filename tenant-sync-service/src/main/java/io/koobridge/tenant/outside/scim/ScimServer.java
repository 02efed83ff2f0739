package io.koobridge.tenant.outside.scim;

import static java.util.Objects.requireNonNull;

import io.koobridge.runtime.outside.Connections;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/** The line to the seller's SCIM server. */
public record ScimServer(OutsideSystems systems, Clock clock) {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    /** A group of 50,000 members, which is read whole where a server has no PATCH. */
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    /** What writes to it. The settings have a url. */
    public ScimDirectory directory(ScimSettings settings) {
        var limits = OutsideLimits.usual().withCallTimeout(settings.timeout());
        var http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(
                        Connections.pool(ScimDirectory.SYSTEM, limits.concurrentCalls(), CONNECT_WITHIN)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        var line = new ScimClient.Line(
                systems.journaled(ScimDirectory.SYSTEM, limits), http, requireNonNull(settings.url()));
        return new ScimDirectory(
                new ScimClient(line, authorization(settings, http), clock),
                new ScimDirectory.Habits(
                        settings.timeout(),
                        settings.nestedGroups(),
                        settings.deleted() == ScimSettings.Deleted.DEACTIVATE,
                        settings.adoptUnowned(),
                        settings.form()));
    }

    private Authorization authorization(ScimSettings settings, WebClient http) {
        if (settings.token() != null) {
            return Authorization.bearer(settings.token());
        }
        var basic = settings.basic();
        return basic != null
                ? Authorization.basic(requireNonNull(basic.userName()), requireNonNull(basic.password()))
                : new ClientToken(http, requireNonNull(settings.clientCredentials()), clock);
    }
}

package io.koobridge.runtime.openapi;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.openapi.AkSkRequestSigner;
import io.koobridge.runtime.outside.Connections;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The marketplace's open API, where its address is given. */
@AutoConfiguration
@ConditionalOnProperty("koobridge.open-api.url")
@EnableConfigurationProperties(OpenApiProperties.class)
class OpenApiAutoConfiguration {

    private static final String SYSTEM = "koogallery";

    /** The most that the marketplace's gateway lets through in the other direction (usage-and-open-api §1.2). */
    private static final int LARGEST_ANSWER = 12 << 20;

    /** Leaves time for the second host. */
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    /** The marketplace limits the rate of calls, but not in figures (§2.7). */
    private static final int AT_ONCE = 16;

    @Bean
    OpenApiClient openApiClient(OpenApiProperties properties, OutsideSystems systems, Clock clock) {
        var credentials = new AccessKey(properties.accessKey(), properties.secretKey(), null);
        var limits =
                OutsideLimits.usual().withCallTimeout(properties.callTimeout()).withConcurrentCalls(AT_ONCE);
        return new WebClientOpenApiClient(
                new WebClientOpenApiClient.Hosts(properties.url(), Mono.justOrEmpty(properties.fallback())),
                new AkSkRequestSigner(credentials, clock),
                systems.journaled(SYSTEM, limits),
                new WebClientOpenApiClient.Exchange(
                        http(), new AnswerReader(new Mask(properties.accessKey(), properties.secretKey()))));
    }

    /** Certificates and host names are verified, as by default; the documentation forbids anything else (§1.2). */
    private static WebClient http() {
        var http = Connections.pool(SYSTEM, AT_ONCE, CONNECT_WITHIN).proxyWithSystemProperties();
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }
}

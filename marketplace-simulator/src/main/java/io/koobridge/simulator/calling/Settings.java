package io.koobridge.simulator.calling;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the simulator must be told. Addresses and keys are those of the seller under test.
 *
 * @param gatewayUrl base URL of the seller
 * @param waitingUrl where the seller's waiting pages are, as he tells buyers; null: at {@code gatewayUrl}
 * @param saasPath production address of SaaS products
 * @param ordersPath production address of order notifications; empty: none are sent
 * @param keyBase required: access key of the base interfaces
 * @param keyV1 access key of V1's calls, the seller's Key; empty: the same as {@code keyBase}
 * @param keyGeneral access key of the general interfaces; required for order notifications
 * @param license where License products are called, and by which keys
 * @param licenseCode where authorization codes are called, and by which key
 * @param openApiAk required: access key id that the seller signs order queries with
 * @param openApiSk required: its secret
 * @param strictOrders whether an order that was not sold here is unknown instead of made up
 * @param answerTimeout of one call of V2, the online License and codes (design §10)
 * @param longAnswerTimeout of one call of V1, License V1 and of one order notification (design §10)
 * @param pollInterval real time between two queries of one instance; KooGallery's is not published
 * @param callsKept calls in the record
 * @param purchasesKept purchases in the book
 */
@ConfigurationProperties("koobridge.simulator")
public record Settings(
        @DefaultValue("http://127.0.0.1:8080") URI gatewayUrl,
        @Nullable URI waitingUrl,
        @DefaultValue("/koogallery/saas") String saasPath,
        @DefaultValue("") String ordersPath,
        @DefaultValue("") String keyBase,
        @DefaultValue("") String keyV1,
        @DefaultValue("") String keyGeneral,
        @DefaultValue LicenseAddress license,
        @DefaultValue CodeAddress licenseCode,
        @DefaultValue("") String openApiAk,
        @DefaultValue("") String openApiSk,
        @DefaultValue("false") boolean strictOrders,
        @DefaultValue("5s") Duration answerTimeout,
        @DefaultValue("20s") Duration longAnswerTimeout,
        @DefaultValue("2s") Duration pollInterval,
        @DefaultValue("1000") int callsKept,
        @DefaultValue("6000") int purchasesKept) {

    public Settings {
        require(gatewayUrl.getHost() != null, "gateway-url must be an absolute URL");
        require(waitingUrl == null || waitingUrl.getHost() != null, "waiting-url must be an absolute URL");
        require(saasPath.startsWith("/"), "saas-path must start with /");
        require(!keyBase.isBlank(), "key-base must be set: the access key with which callbacks are signed");
        require(!openApiAk.isBlank() && !openApiSk.isBlank(), "open-api-ak and open-api-sk must be set");
        require(ordersPath.isEmpty() || ordersPath.startsWith("/"), "orders-path must start with /");
        require(
                ordersPath.isEmpty() || !keyGeneral.isBlank(),
                "key-general must be set with orders-path: order notifications are signed with it");
        require(
                answerTimeout.isPositive() && longAnswerTimeout.isPositive() && pollInterval.isPositive(),
                "answer-timeout, long-answer-timeout and poll-interval must be positive");
        require(callsKept > 0 && purchasesKept > 0, "calls-kept and purchases-kept must be positive");
    }

    /** V1 and V2 call the same production address (saas-v1 §8.3); so do the online License and License V1. */
    URI address(Channel channel) {
        return URI.create(gatewayUrl.toString().replaceAll("/+$", "") + path(channel));
    }

    private String path(Channel channel) {
        return switch (channel) {
            case V2, V1 -> saasPath;
            case ORDERS -> ordersPath;
            case LICENSE, LICENSE_V1 -> license.path();
            case LICENSE_CODE -> licenseCode.path();
        };
    }

    /** Products without an address cannot be sold. */
    boolean reaches(Channel channel) {
        return !path(channel).isEmpty();
    }

    String key(Channel channel) {
        return switch (channel) {
            case V2 -> keyBase;
            case V1 -> keyV1.isBlank() ? keyBase : keyV1;
            case ORDERS -> keyGeneral;
            case LICENSE -> license.keyBase();
            case LICENSE_V1 -> license.v1();
            case LICENSE_CODE -> licenseCode.key();
        };
    }

    Duration timeout(Channel channel) {
        return switch (channel) {
            case V2, LICENSE, LICENSE_CODE -> answerTimeout;
            case V1, LICENSE_V1, ORDERS -> longAnswerTimeout;
        };
    }

    /** Whose debug cases were saved: V1's when it has a key of its own, the others when they have an address. */
    public Set<Channel> debugged() {
        Set<Channel> all = EnumSet.of(Channel.V2);
        if (!keyV1.isBlank()) {
            all.add(Channel.V1);
        }
        Stream.of(Channel.ORDERS, Channel.LICENSE, Channel.LICENSE_V1, Channel.LICENSE_CODE)
                .filter(this::reaches)
                .forEach(all::add);
        return all;
    }

    public URI waitingPages() {
        return waitingUrl == null ? gatewayUrl : waitingUrl;
    }

    public boolean notifiesOrders() {
        return !ordersPath.isEmpty();
    }

    private static void require(boolean held, String message) {
        if (!held) {
            throw new IllegalArgumentException("koobridge.simulator." + message);
        }
    }
}

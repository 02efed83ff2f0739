package io.koobridge.benchmark.peer;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code peer.*}.
 *
 * @param accessKey the secret shared with the marketplace
 */
@ConfigurationProperties("peer")
record PeerProperties(String accessKey) {}

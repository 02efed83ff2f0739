package io.koobridge.gateway.dialect;

import io.koobridge.gateway.address.ProductionAddress;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/**
 * What is known of a call before its body is read.
 *
 * @param method as it came
 * @param query the query string, undecoded; empty when there is none
 * @param receivedAt when the head was there
 */
public record CallHead(
        ProductionAddress address, String method, String query, HttpHeaders headers, Instant receivedAt) {}

package io.koobridge.service.gauge;

import io.micrometer.core.instrument.Tags;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * A number of which every replica would read the same, so that one of them does. A service declares its own as beans.
 *
 * @param name with dots: {@code koobridge.stuck} is {@code koobridge_stuck} to Prometheus
 * @param description a sentence
 * @param count one cheap question, asked anew by each subscriber: never a read of whole documents. Values by their labels,
 *     which are of a small fixed set; an error, or none in time, takes the gauge away until the next success
 */
public record StoreGauge(String name, String description, Mono<Map<Tags, Long>> count) {}

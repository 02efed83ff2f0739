package io.koobridge.events.wire;

import java.util.Map;

/**
 * An event in CloudEvents binary mode for Kafka.
 *
 * @param key the Kafka key: the subject
 * @param headers {@code ce_…} and {@code content-type}, all UTF-8 text
 * @param data JSON, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // written once, handed to the producer, never compared
public record WireEvent(String key, Map<String, String> headers, byte[] data) {}

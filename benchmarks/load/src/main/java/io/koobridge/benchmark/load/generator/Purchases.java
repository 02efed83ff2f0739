package io.koobridge.benchmark.load.generator;

import io.koobridge.crypto.key.AccessKey;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.SplittableRandom;

/**
 * Signs {@code newInstance} calls as KooGallery does (saas-v2 §3.1, §7.3), each of another order and with another nonce, ahead of the run: the
 * work of signing must not disturb what is measured. They are good for 60 seconds.
 */
public final class Purchases implements SignedAhead {

    private final AccessKey key;
    private final InstantSource clock;
    private final SplittableRandom random;
    private int orders;

    public Purchases(AccessKey key, InstantSource clock, long seed) {
        this.key = key;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Calls next(int count) {
        var bytes = new ByteArrayOutputStream(count * 512);
        int[] ends = new int[count];
        String timestamp = Long.toString(clock.millis());
        for (int index = 0; index < count; index++) {
            bytes.writeBytes(request(timestamp));
            ends[index] = bytes.size();
        }
        return new Calls(bytes.toByteArray(), ends);
    }

    private byte[] request(String timestamp) {
        String order = "CS%013d".formatted(orders++);
        String body =
                "{\"activity\":\"newInstance\",\"businessId\":\"%s\",\"orderId\":\"%s\",\"orderLineId\":\"%s-000001\"}"
                        .formatted(SignedRequest.hex(random), order, order);
        return SignedRequest.of(body, timestamp, SignedRequest.hex(random), key);
    }
}

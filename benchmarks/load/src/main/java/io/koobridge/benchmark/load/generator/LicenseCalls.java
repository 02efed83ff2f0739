package io.koobridge.benchmark.load.generator;

import io.koobridge.crypto.key.AccessKey;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Signs {@code getLicenseAsync} calls as KooGallery does (license §3.5), each an application of its own: another event, another device. They go
 * through the instances in turn, as users of many buyers do.
 */
public final class LicenseCalls implements SignedAhead {

    private static final String ADDRESS = "/koogallery/license";

    private final AccessKey key;
    private final InstantSource clock;
    private final SplittableRandom random;
    private final List<String> instances;
    private int applications;

    /** @param instances whose licences are asked for */
    public LicenseCalls(AccessKey key, InstantSource clock, long seed, List<String> instances) {
        this.key = key;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.instances = List.copyOf(instances);
    }

    @Override
    public Calls next(int count) {
        var bytes = new ByteArrayOutputStream(count * 640);
        int[] ends = new int[count];
        String timestamp = Long.toString(clock.millis());
        for (int index = 0; index < count; index++) {
            bytes.writeBytes(SignedRequest.at(ADDRESS, body(), timestamp, SignedRequest.hex(random), key));
            ends[index] = bytes.size();
        }
        return new Calls(bytes.toByteArray(), ends);
    }

    private String body() {
        int number = applications++;
        return "{\"activity\":\"getLicenseAsync\",\"eventId\":\"%s\",\"instanceId\":\"%s\",\"effectiveTime\":\"2026-03-01 00:00:00 z\",\"expireTime\":\"2098-12-31 00:00:00 z\",\"deviceFingerprint\":\"0A:1B:2C:3D:4E:5F|SSD_%08d||CPUID0001\",\"testFlag\":\"0\"}"
                .formatted(SignedRequest.hex(random), instances.get(number % instances.size()), number);
    }
}

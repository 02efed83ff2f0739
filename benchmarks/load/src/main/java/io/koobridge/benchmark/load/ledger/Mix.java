package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.generator.Calls;
import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.generator.SignedRequest;
import io.koobridge.crypto.key.AccessKey;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Calls about instances that exist, drawn by chance: of four calls two ask how one is, one freezes or unfreezes one, and one orders one again. Each
 * is answered {@code 000000}, an order also {@code 000004} when the ledger was slow for a moment. They are signed ahead and good for 60 seconds.
 */
final class Mix {

    private static final int OF_EACH_FOUR = 4;
    private static final Set<String> DONE = Set.of("000000");

    static final Expectation EXPECTATION = new Expectation(List.of(DONE, Set.of("000000", "000004"), DONE, DONE), true);

    private final AccessKey key;
    private final int from;
    private final int to;
    private final SplittableRandom random;
    private final BitSet frozen = new BitSet();

    /** About the instances from this number on and before that one, which nobody else may change. */
    Mix(AccessKey key, int from, int to, long seed) {
        this.key = key;
        this.from = from;
        this.to = to;
        this.random = new SplittableRandom(seed);
    }

    /** How many of so many calls change a state. */
    static int changes(int calls) {
        return Math.ceilDiv(calls, OF_EACH_FOUR);
    }

    /** How many of so many calls order again. */
    static int orders(int calls) {
        return Math.ceilDiv(calls - 1, OF_EACH_FOUR);
    }

    Calls next(int count) {
        var bytes = new ByteArrayOutputStream(count * 512);
        int[] ends = new int[count];
        var timestamp = Long.toString(InstantSource.system().millis());
        var changed = new BitSet();
        for (int index = 0; index < count; index++) {
            var body =
                    switch (index % OF_EACH_FOUR) {
                        case 0 -> change(changed);
                        case 1 -> purchase();
                        default -> question();
                    };
            bytes.writeBytes(SignedRequest.of(body, timestamp, hex(), key));
            ends[index] = bytes.size();
        }
        return new Calls(bytes.toByteArray(), ends);
    }

    private String question() {
        return "{\"activity\":\"queryInstance\",\"businessId\":\"%s\",\"instanceId\":\"%s\"}"
                .formatted(hex(), any().instanceId());
    }

    private String purchase() {
        var order = any().order();
        return "{\"activity\":\"newInstance\",\"businessId\":\"%s\",\"orderId\":\"%s\",\"orderLineId\":\"%s\"}"
                .formatted(hex(), order.orderId(), order.lineId().orElseThrow());
    }

    /** Each instance once in a run, so that each change is a reconcile of its own. */
    private String change(BitSet changed) {
        var instance = any();
        while (changed.get(instance.number())) {
            instance = any();
        }
        changed.set(instance.number());
        frozen.flip(instance.number());
        return "{\"activity\":\"updateInstanceStatus\",\"businessId\":\"%s\",\"instanceId\":\"%s\",\"status\":\"%s\"}"
                .formatted(hex(), instance.instanceId(), frozen.get(instance.number()) ? "FREEZE" : "UNFREEZE");
    }

    private Sold any() {
        return new Sold(random.nextInt(from, to));
    }

    private String hex() {
        return SignedRequest.hex(random);
    }
}

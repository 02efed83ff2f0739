package io.koobridge.benchmark.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.response.BodySign;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The Body-Sign header of an answer to a purchase. */
@State(Scope.Thread)
public class ResponseSigning {

    private final AccessKey key = Samples.keys(1).first();
    private final BareMac bare = new BareMac(key);
    private final byte[] answer = "{\"resultCode\":\"000004\",\"resultMsg\":\"being processed\",\"instanceId\":\"%s\"}"
            .formatted(Samples.INSTANCE)
            .getBytes(UTF_8);

    @Benchmark
    public String sign() {
        return BodySign.value(key, answer);
    }

    @Benchmark
    public byte[] bareSign() {
        return bare.of(answer);
    }
}

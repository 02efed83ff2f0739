package io.koobridge.benchmark.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.InstanceKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The id of an order's instance: two digests, of the order and for the check characters. */
@State(Scope.Thread)
public class InstanceNaming {

    private static final String ALGORITHM = "SHA-256";

    private final MessageDigest digest;
    private final byte[] order = (Samples.SELLER + InstanceKind.SAAS + Samples.ORDER.canonical()).getBytes(UTF_8);
    private final byte[] id = Samples.INSTANCE.getBytes(UTF_8);

    public InstanceNaming() {
        try {
            digest = MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Benchmark
    public String derive() {
        return InstanceIds.derive(Samples.SELLER, InstanceKind.SAAS, Samples.ORDER);
    }

    @Benchmark
    public int bareDerive() {
        return digest.digest(order)[0] + digest.digest(id)[0];
    }
}

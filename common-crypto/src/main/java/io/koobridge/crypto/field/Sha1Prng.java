package io.koobridge.crypto.field;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The output of the JDK's {@code SHA1PRNG} after {@code setSeed}, from which the marketplace takes its AES keys (saas-v1 §7.4). Written out,
 * because what a provider does under that name is its own affair. Only a derivation, never a source of randomness.
 */
final class Sha1Prng {

    private static final int BLOCK = 20;

    private Sha1Prng() {}

    /** The first {@code length} bytes. */
    static byte[] bytes(byte[] seed, int length) {
        MessageDigest sha1 = sha1();
        byte[] state = sha1.digest(seed);
        byte[] stream = new byte[length];
        for (int at = 0; at < length; at += BLOCK) {
            byte[] block = sha1.digest(state);
            System.arraycopy(block, 0, stream, at, Math.min(BLOCK, length - at));
            add(state, block);
        }
        return stream;
    }

    /** Bytes are signed, the lowest comes first, and the carry may be −1. */
    private static void add(byte[] state, byte[] block) {
        int carry = 1;
        boolean changed = false;
        for (int at = 0; at < BLOCK; at++) {
            int sum = state[at] + block[at] + carry;
            changed |= state[at] != (byte) sum;
            state[at] = (byte) sum;
            carry = sum >> Byte.SIZE;
        }
        if (!changed) {
            state[0]++;
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}

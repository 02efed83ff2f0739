package io.koobridge.simulator.v1;

/** Hides one field as a ciphertext value (saas-v1 §7.5), with the key size of the listing. */
public interface Secret {
    String hidden(String text, int bits);
}

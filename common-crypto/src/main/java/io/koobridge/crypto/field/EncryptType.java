package io.koobridge.crypto.field;

/** The size of the key that encrypts fields, as {@code encryptType} of an answer tells it (saas-v1 §3.1). */
public enum EncryptType {
    AES_256("1", 32),
    AES_128("2", 16);

    private final String digit;
    private final int keyBytes;

    EncryptType(String digit, int keyBytes) {
        this.digit = digit;
        this.keyBytes = keyBytes;
    }

    /** The value of {@code encryptType}. */
    public String digit() {
        return digit;
    }

    EncryptType other() {
        return this == AES_256 ? AES_128 : AES_256;
    }

    int keyBytes() {
        return keyBytes;
    }
}

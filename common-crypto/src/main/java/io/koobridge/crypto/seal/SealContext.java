package io.koobridge.crypto.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * The place that a sealed value belongs to. Moved to another record or field, it does not open: a sealed mobile number cannot be passed off
 * as a client secret, nor one buyer's as another's. The purpose is not part of it, for each purpose has a keyset of its own.
 *
 * @param subject the id of whoever or whatever the value belongs to, such as an instance or a user
 * @param field the name of the field
 */
public record SealContext(String subject, String field) {

    public SealContext {
        if (subject.isBlank() || field.isBlank()) {
            throw new IllegalArgumentException(
                    "a value is sealed for a subject and a field, not: " + subject + ", " + field);
        }
    }

    /** Each part after its length, so that no two contexts share a spelling. */
    byte[] encoded() {
        byte[] subjectBytes = subject.getBytes(UTF_8);
        byte[] fieldBytes = field.getBytes(UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + subjectBytes.length + fieldBytes.length)
                .putInt(subjectBytes.length)
                .put(subjectBytes)
                .putInt(fieldBytes.length)
                .put(fieldBytes)
                .array();
    }
}

package io.koobridge.crypto.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import io.koobridge.crypto.seal.Opening.Closed;
import io.koobridge.crypto.seal.Opening.Opened;
import io.koobridge.crypto.seal.Opening.Reason;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Opens with a private keyset, which only the owning service holds. Safe for many threads. */
public final class Opener {

    /** Tink puts a format byte and the key's id before what it seals. */
    private static final int KEY_PREFIX = 1 + Integer.BYTES;

    private final HybridDecrypt decrypt;
    private final Set<Integer> keyIds;

    private Opener(HybridDecrypt decrypt, Set<Integer> keyIds) {
        this.decrypt = decrypt;
        this.keyIds = keyIds;
    }

    /** Takes a private Tink keyset in JSON with one key or, during rotation, several; refuses a public one. */
    public static Opener of(String privateKeyset) {
        KeysetHandle keyset = Keysets.withPrivateKeys(privateKeyset);
        try {
            Set<Integer> ids = IntStream.range(0, keyset.size())
                    .mapToObj(index -> keyset.getAt(index).getId())
                    .collect(Collectors.toUnmodifiableSet());
            return new Opener(keyset.getPrimitive(Keysets.CONFIGURATION, HybridDecrypt.class), ids);
        } catch (GeneralSecurityException unsuitable) {
            throw new IllegalArgumentException("the keys of this keyset are not for hybrid encryption", unsuitable);
        }
    }

    /** Opens what was sealed for the same context; any text has an outcome. */
    public Opening open(String sealed, SealContext context) {
        return SealedForm.of(sealed)
                .map(form -> form.read(sealed)
                        .map(bytes -> switch (form) {
                            case ALONE -> alone(bytes, context);
                            case TOGETHER -> together(bytes, context);
                        })
                        .orElseGet(() -> new Closed(Reason.DAMAGED)))
                .orElseGet(() -> new Closed(Reason.NOT_SEALED));
    }

    private Opening alone(byte[] sealed, SealContext context) {
        return open(sealed, () -> decrypt.decrypt(sealed, context.encoded()));
    }

    private Opening together(byte[] sealed, SealContext context) {
        return DataKey.split(sealed)
                .map(parts -> open(parts.sealedKey(), () -> {
                    var key = decrypt.decrypt(parts.sealedKey(), DataKey.CONTEXT.encoded());
                    return DataKey.cipher(key).decrypt(parts.value(), context.encoded());
                }))
                .orElseGet(() -> new Closed(Reason.DAMAGED));
    }

    private Opening open(byte[] sealed, Decryption decryption) {
        if (sealed.length <= KEY_PREFIX) {
            return new Closed(Reason.DAMAGED);
        }
        int keyId = ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
        if (!keyIds.contains(keyId)) {
            return new Closed(Reason.UNKNOWN_KEY);
        }
        try {
            return new Opened(new String(decryption.text(), UTF_8));
        } catch (GeneralSecurityException differs) {
            return new Closed(Reason.CONTEXT_OR_BYTES_DIFFER);
        }
    }

    private interface Decryption {

        byte[] text() throws GeneralSecurityException;
    }
}

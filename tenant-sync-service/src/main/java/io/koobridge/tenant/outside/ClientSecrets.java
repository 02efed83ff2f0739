package io.koobridge.tenant.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.rsa.RsaKey;
import io.koobridge.crypto.rsa.RsaKeys;
import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.TenantIds;
import io.koobridge.service.seal.Sealing;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * Client secrets of enterprises: encrypted by the marketplace for one of our keys, sealed by us as they stand in Kafka and in the store (design §7). In clear they
 * are in memory alone, and only while they are used.
 */
public final class ClientSecrets {

    private static final String SETTING = "koobridge.tenant.rsa-keys";
    private static final String FIELD = "clientSecret";

    /** Of 3,072 and 4,096 bits. */
    private static final int[] KEY_LENGTHS = {384, 512};

    private final @Nullable RsaKeys keys;
    private final Sealing sealing;
    private final MeterRegistry metrics;

    /** @param keys absent: nothing can be opened */
    public ClientSecrets(@Nullable RsaKeys keys, Sealing sealing, MeterRegistry metrics) {
        this.keys = keys;
        this.sealing = sealing;
        this.metrics = metrics;
    }

    /**
     * Reads the keys.
     *
     * @return absent where there are none
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static @Nullable RsaKeys keys(RsaKeyProperties properties, ResourceLoader locations) {
        var keys = new ArrayList<RsaKey>();
        for (int at = 0; at < properties.rsaKeys().size(); at++) {
            keys.add(key(properties.rsaKeys().get(at), "%s[%d]".formatted(SETTING, at), locations));
        }
        try {
            return keys.isEmpty() ? null : new RsaKeys(keys);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTING + ": " + e.getMessage(), e);
        }
    }

    private static RsaKey key(RsaKeyProperties.Key key, String setting, ResourceLoader locations) {
        var id = key.id();
        if (id == null || !id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(setting + ".id must have 1 to 64 of the characters A-Z a-z 0-9 . _ -");
        }
        var location = key.privateKey();
        if (location == null || location.isBlank()) {
            throw new IllegalArgumentException(setting + ".private-key is missing");
        }
        try {
            return RsaKey.ofPem(id, locations.getResource(location).getContentAsString(UTF_8));
        } catch (IOException e) {
            // The location is not repeated, nor is an exception that does so: it may be the key itself.
            throw new IllegalArgumentException("%s.private-key is no location of a file that can be read (%s)"
                    .formatted(setting, e.getClass().getSimpleName()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s.private-key: %s".formatted(setting, e.getMessage()), e);
        }
    }

    /** The first opening loads what all others need, which may take longer than the gateway waits; and nobody repeats its call by himself. */
    public void warmUp() {
        for (int bytes : KEY_LENGTHS) {
            var _ = Optional.ofNullable(keys)
                    .flatMap(known -> known.open(Base64.getEncoder().encodeToString(new byte[bytes])));
        }
    }

    /** Takes some milliseconds for each key and each way of encrypting; empty when none opens it. */
    public Optional<SealedText> reseal(String tenantId, String appId, String encrypted) {
        var opened = Optional.ofNullable(keys).flatMap(known -> known.open(encrypted));
        count(opened);
        return opened.map(secret -> sealing.seal(TenantIds.of(tenantId, appId), FIELD, secret.secret()));
    }

    /** In clear, for a call of the login; empty when the keyset that sealed it is lost. */
    public Optional<String> open(String tenantId, String appId, SealedText sealed) {
        return Optional.ofNullable(sealing.open(TenantIds.of(tenantId, appId), FIELD, sealed));
    }

    private void count(Optional<RsaKeys.Opened> opened) {
        metrics.counter(
                        "koobridge.client.secrets",
                        "key_id",
                        opened.map(RsaKeys.Opened::keyId).orElse("none"),
                        "variant",
                        opened.map(secret -> secret.variant().name().toLowerCase(Locale.ROOT))
                                .orElse("none"))
                .increment();
    }
}

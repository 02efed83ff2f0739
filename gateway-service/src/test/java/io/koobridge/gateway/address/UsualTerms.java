package io.koobridge.gateway.address;

import io.koobridge.crypto.field.EncryptType;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

/** Terms as they are where nobody agreed on others, for the Chinese edition. */
public final class UsualTerms {

    public static final V1Terms FOR_V1 =
            new V1Terms(ZoneOffset.ofHours(8), EncryptType.AES_256, false, Duration.ofSeconds(12), Map.of());

    public static final AddressTerms USUAL = new AddressTerms(null, FOR_V1);

    private UsualTerms() {}
}

package io.koobridge.crypto.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.key.AccessKey;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** usage-and-open-api §2.2. */
class UsagePushSignatureTest {

    @TestFactory
    Stream<DynamicTest> eachVectorHasItsSignature() throws IOException {
        return SdkVectors.read().usagePushBodySignature().vectors().stream()
                .map(vector -> dynamicTest(vector.id(), () -> assertThat(UsagePushSignature.sign(
                                new AccessKey("base", vector.key(), null),
                                vector.ts(),
                                vector.nonce(),
                                vector.body().getBytes(UTF_8)))
                        .isEqualTo(vector.signature())));
    }
}

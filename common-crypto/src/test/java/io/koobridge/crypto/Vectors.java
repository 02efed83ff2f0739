package io.koobridge.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the vector files under {@code vectors/}. */
public final class Vectors {

    private Vectors() {}

    public static <T> T read(String file, Class<T> type) throws IOException {
        try (InputStream json = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            if (json == null) {
                throw new IOException("no vector file " + file);
            }
            return new JsonMapper().readValue(json, type);
        }
    }

    /** {@code saas-v2.json}. */
    public record SaasV2(String accessKey, List<Signature> signatures, Clock clock, List<Answer> bodySign) {

        public static SaasV2 read() throws IOException {
            return Vectors.read("saas-v2.json", SaasV2.class);
        }
    }

    /** One signed body; {@code outcome} is the name of a canonical form or of a rejection. */
    public record Signature(
            String id,
            String nonce,
            String timestamp,
            String body,
            int bytes,
            @Nullable String canonical,
            @Nullable String inner,
            String signature,
            String outcome) {}

    /** The parameters of vector A, looked at from different times. */
    public record Clock(String nonce, String timestamp, String signature, List<ClockCase> cases) {}

    public record ClockCase(String id, long now, String outcome) {}

    public record Answer(String id, String body, String header) {}
}

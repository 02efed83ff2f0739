package io.koobridge.simulator.signing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the line.
 *
 * @param rawQuery still percent-encoded, without the question mark; null when there is none
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record ReceivedRequest(
        String method, String rawPath, @Nullable String rawQuery, Map<String, List<String>> headers, byte[] body) {

    public @Nullable String header(String lowerCaseName) {
        List<String> values = headers.get(lowerCaseName);
        return values == null || values.isEmpty()
                ? null
                : String.join(",", values).strip();
    }
}

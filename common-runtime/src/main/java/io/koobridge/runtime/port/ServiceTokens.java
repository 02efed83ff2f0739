package io.koobridge.runtime.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What services show each other on internal ports. All tokens are accepted and the first one is sent, so a new one is
 * appended everywhere, then moved to the front everywhere, then the old one is taken away.
 *
 * @param tokens required: what services show each other on internal ports; the first one is sent, each is accepted; each of 16 to 512 visible ASCII characters
 */
@ConfigurationProperties("koobridge.internal")
public record ServiceTokens(List<String> tokens) {

    private static final String BEARER = "Bearer ";

    public ServiceTokens {
        tokens = tokens == null ? List.of() : List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("koobridge.internal.tokens must list at least one service token");
        }
        if (!tokens.stream().allMatch(token -> token.matches("[!-~]{16,512}"))) {
            throw new IllegalArgumentException(
                    "koobridge.internal.tokens: each one needs 16 to 512 visible ASCII characters without blanks");
        }
    }

    /** The one to send. */
    public String outgoing() {
        return tokens.getFirst();
    }

    /** Whether an {@code Authorization} header carries one of the tokens. Takes the same time whichever it is. */
    boolean admit(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        byte[] shown = authorization.substring(BEARER.length()).getBytes(UTF_8);
        boolean admitted = false;
        for (var token : tokens) {
            admitted |= MessageDigest.isEqual(token.getBytes(UTF_8), shown);
        }
        return admitted;
    }

    /** Never shows a token. */
    @Override
    public String toString() {
        return "ServiceTokens(%d)".formatted(tokens.size());
    }
}

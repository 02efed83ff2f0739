package io.koobridge.cli.explain;

import io.koobridge.crypto.mac.MacTag;
import java.util.Base64;
import java.util.Optional;

/**
 * The text of a token, in whatever spelling it came.
 *
 * @param received decoded; its pluses may be spaces
 */
record TokenForm(String received) {

    boolean isMissing() {
        return received.isBlank();
    }

    boolean hasLostItsPluses() {
        return received.contains(" ");
    }

    Optional<MacTag> token() {
        return MacTag.ofBase64(standard()).or(() -> MacTag.ofHex(standard())).or(this::otherBase64);
    }

    /** Of a token that can be read. */
    Optional<TokenMistake> mistake() {
        if (MacTag.ofBase64(standard()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(MacTag.ofHex(standard()).isPresent() ? TokenMistake.HEX : TokenMistake.OTHER_BASE64);
    }

    private Optional<MacTag> otherBase64() {
        var usual = standard().replace('-', '+').replace('_', '/').replace("=", "");
        try {
            return MacTag.ofBase64(
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(usual)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private String standard() {
        return received.replace(' ', '+');
    }
}

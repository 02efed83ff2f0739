package io.koobridge.gateway.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.gateway.waiting.WaitingPages.Asked;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;

/**
 * {@code <base>/<id>.<tag>}, one segment behind the configured path. The id is base64url because an imported one may hold anything; the tag is
 * there because order numbers can be guessed, and ids follow from them.
 */
public final class PageAddresses {

    /** An id of 64 characters, four bytes each, takes 342 in base64url; with its tag, 375 (saas-v1 §3.1: 512 in all). */
    public static final int LONGEST_BASE = 128;

    private static final int LONGEST_ID = 64;
    private static final char BEFORE_TAG = '.';

    private final URI base;
    private final String path;
    private final AddressTag tag;

    /**
     * Addresses below a base.
     *
     * @param base without a slash at its end; ASCII, at most {@link #LONGEST_BASE} characters
     */
    public PageAddresses(URI base, AddressTag tag) {
        this.base = base;
        this.path = base.getRawPath() + "/";
        this.tag = tag;
    }

    Optional<URI> of(String instanceId) {
        return encoded(instanceId).map(id -> URI.create(base + "/" + id + BEFORE_TAG + tag.of(id)));
    }

    /** The path is compared as it came: we never gave an address in another spelling. */
    Asked askedBy(String rawPath) {
        if (!rawPath.startsWith(path)) {
            return new Asked.Elsewhere();
        }
        var segment = rawPath.substring(path.length());
        int dot = segment.indexOf(BEFORE_TAG);
        if (dot < 1 || !tag.verifies(segment.substring(0, dot), segment.substring(dot + 1))) {
            return new Asked.Forged();
        }
        return new Asked.For(new String(Base64.getUrlDecoder().decode(segment.substring(0, dot)), UTF_8));
    }

    private static Optional<String> encoded(String instanceId) {
        if (instanceId.isEmpty() || instanceId.codePointCount(0, instanceId.length()) > LONGEST_ID) {
            return Optional.empty();
        }
        try {
            // Unlike String.getBytes this refuses half a character, which would come back as another id.
            var bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(instanceId));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(exact));
        } catch (CharacterCodingException halfACharacter) {
            return Optional.empty();
        }
    }
}

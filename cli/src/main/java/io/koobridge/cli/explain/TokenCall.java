package io.koobridge.cli.explain;

import io.koobridge.crypto.callback.v1.Boundaries;
import io.koobridge.crypto.callback.v1.Parameter;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.KeyRing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A V1 call, wherever it has its parameters and its token. */
sealed interface TokenCall permits TokenQuery, TokenBody, TokenKitBody {

    /**
     * One meaning of it.
     *
     * @param values in the order they came, without the token
     */
    record Reading(Enum<?> name, Map<String, String> values) {}

    /** As documented; a token may be among them. Empty when they cannot be read. */
    Optional<List<Parameter>> parameters();

    /** As it was received; empty when there is none. */
    String token();

    /** In the order in which a gateway tries them, what is documented first. */
    List<Reading> readings();

    /** The values that should have been signed, of all that were sent (saas-v1 §10, A5). */
    Map<String, String> signed(Map<String, String> values);

    /** What somebody may have signed who did not take it apart. */
    Optional<String> whole();

    /** Names that stand there more than once. */
    Set<String> repeated();

    /** In the library's words. */
    TokenCheck verify(KeyRing keys);

    /** Where its values may end. */
    default Boundaries boundaries() {
        return Boundaries.BASE;
    }

    /** What is right with its names. */
    default String names() {
        return "authToken is there, and no name is repeated";
    }

    /** Whether it can be read at all. */
    Check legible();

    /** Where a token should be, for one who did not send any. */
    String placeOfToken();

    /** What a gateway must be told to take it; one clause behind a comma, or nothing. */
    String condition();

    /** How it is sent so that it can be verified. */
    String advice();
}

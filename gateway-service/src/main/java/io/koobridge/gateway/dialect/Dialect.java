package io.koobridge.gateway.dialect;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.Reply;
import java.time.Instant;

/**
 * One edition of the protocol: how it signs, what it says and what it hears. A call goes through {@link #open}, {@link UnverifiedCall#verify}
 * and {@link VerifiedCall#translate}, each of which may end it; {@link #answer} puts whatever came of it into the edition's words. Everything else is
 * the same for all editions and lives outside.
 */
public interface Dialect {

    /** Whether a call with this head, on an address of the right kind, is of this edition. */
    boolean speaks(CallHead head);

    /** Longest body, in bytes. */
    int longestBody();

    /** The keys that this edition's calls are signed with; the first one signs answers to calls that no key verified. */
    KeyRing keys(AddressKeys keys);

    /** Looks at what came before the body. */
    Opening open(CallHead head, Instant now);

    /**
     * What goes back.
     *
     * @param signer the key that the answer will be signed with; an edition may encrypt with it too
     */
    CallAnswer answer(Reply reply, ProductionAddress address, AccessKey signer);
}

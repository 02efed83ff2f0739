package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Stamp;
import io.koobridge.simulator.fault.Written;
import io.koobridge.simulator.signing.CallbackSignature;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and signs calls; a fault changes the one thing it is about. The clock is real time. */
public final class Letters {
    private final Settings settings;
    private final Ids ids;
    private final Clock clock;

    public Letters(Settings settings, Ids ids, Clock clock) {
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    Letter write(Map<String, Object> members, @Nullable Fault fault) {
        return sealed(members, fault, Stamp.at(settings.keyBase(), clock.millis(), ids.nonce()));
    }

    Letter write(Map<String, Object> members) {
        return write(members, null);
    }

    /** With the nonce of a letter that has been sent, and otherwise new. */
    Letter writeWithNonceOf(Letter sent, Map<String, Object> members) {
        // Time stamps count milliseconds; the same one again would be the same signature for a body without businessId.
        long later = Math.max(clock.millis(), sent.stamp().millis() + 1);
        return sealed(
                members, null, Stamp.at(settings.keyBase(), later, sent.stamp().nonce()));
    }

    private Letter sealed(Map<String, Object> members, @Nullable Fault fault, Stamp honest) {
        Map<String, Object> said = fault instanceof Fault.OfMembers other ? other.members(members) : members;
        Written written = fault instanceof Fault.OfWriting other ? other.written(said) : Written.honestly(said);
        Stamp stamp = fault instanceof Fault.OfStamp other ? other.stamp(honest) : honest;
        CallbackSignature signature =
                CallbackSignature.of(stamp.accessKey(), written.signed(), stamp.timestamp(), stamp.nonce());
        String query = fault instanceof Fault.OfQuery other ? other.query(signature) : signature.query();
        return new Letter(
                settings.saasAddress() + "?" + query,
                written.sent(),
                stamp,
                fault instanceof Fault.OfLine line ? line : null);
    }
}

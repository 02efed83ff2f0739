package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Stamp;
import io.koobridge.simulator.fault.TokenQuery;
import io.koobridge.simulator.fault.Written;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.signing.CallbackSignature;
import io.koobridge.simulator.signing.FieldCipher;
import io.koobridge.simulator.v1.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and signs calls; a fault changes the one thing it is about. The clock is real time. */
public final class Letters {
    private static final DateTimeFormatter V1_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private final Settings settings;
    private final Ids ids;
    private final Clock clock;

    public Letters(Settings settings, Ids ids, Clock clock) {
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** For the contact fields of V1. */
    Secret secret() {
        FieldCipher aes256 = new FieldCipher(settings.key(Channel.V1), 256);
        FieldCipher aes128 = new FieldCipher(settings.key(Channel.V1), 128);
        return (text, bits) -> (bits == 128 ? aes128 : aes256).encrypted(ids.nonce(), text);
    }

    Letter write(Channel channel, Map<String, Object> members, @Nullable Fault fault) {
        Stamp honest = channel.isGet()
                ? stampOfV1(channel, clock.millis())
                : Stamp.at(settings.key(channel), clock.millis(), ids.nonce());
        return sealed(channel, members, fault, honest);
    }

    /** With the nonce of a letter that has been sent, and otherwise new. */
    Letter writeWithNonceOf(Letter sent, Map<String, Object> members) {
        // Time stamps count milliseconds; the same one again would be the same signature for a body without businessId.
        long later = Math.max(clock.millis(), sent.stamp().millis() + 1);
        Stamp stamp = Stamp.at(settings.key(sent.channel()), later, sent.stamp().nonce());
        return sealed(sent.channel(), members, null, stamp);
    }

    /** Refuses what has no address. */
    void require(Channel channel) {
        if (!settings.reaches(channel)) {
            throw new NotNow("no address for that is configured (koobridge.simulator."
                    + switch (channel) {
                        case V2, V1 -> "saas-path)";
                        case ORDERS -> "orders-path)";
                        case LICENSE, LICENSE_V1 -> "license.path)";
                        case LICENSE_CODE -> "license-code.path)";
                    });
        }
    }

    private Stamp stampOfV1(Channel channel, long millis) {
        return new Stamp(settings.key(channel), millis, V1_TIME.format(Instant.ofEpochMilli(millis)), "");
    }

    private Letter sealed(Channel channel, Map<String, Object> members, @Nullable Fault fault, Stamp honest) {
        Map<String, Object> said = fault instanceof Fault.OfMembers other ? other.members(members) : members;
        Stamp stamp = fault instanceof Fault.OfStamp other ? other.stamp(honest) : honest;
        Fault.OfLine line = fault instanceof Fault.OfLine odd ? odd : null;
        if (channel.isGet()) {
            TokenQuery query = TokenQuery.of(said, stamp);
            String written = fault instanceof Fault.OfToken other ? other.query(query) : query.query();
            return new Letter(channel, settings.address(channel) + "?" + written, null, stamp, line);
        }
        Written written = fault instanceof Fault.OfWriting other ? other.written(said) : Written.honestly(said);
        CallbackSignature signature =
                CallbackSignature.of(stamp.accessKey(), written.signed(), stamp.timestamp(), stamp.nonce());
        String query = fault instanceof Fault.OfQuery other ? other.query(signature) : signature.query();
        return new Letter(channel, settings.address(channel) + "?" + query, written.sent(), stamp, line);
    }
}

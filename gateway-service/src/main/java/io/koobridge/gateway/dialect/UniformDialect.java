package io.koobridge.gateway.dialect;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.Reply;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An edition that answers in the same words at every address and under every key.
 *
 * @param spoken which calls are of this edition
 * @param keys that sign them
 * @param calls how they are signed and what they say
 * @param answers from our words into the edition's
 */
public record UniformDialect(
        Predicate<CallHead> spoken,
        Function<AddressKeys, KeyRing> keys,
        Calls calls,
        Function<Reply, CallAnswer> answers)
        implements Dialect {

    @Override
    public boolean speaks(CallHead head) {
        return spoken.test(head);
    }

    @Override
    public int longestBody() {
        return calls.longestBody();
    }

    @Override
    public KeyRing keys(AddressKeys all) {
        return keys.apply(all);
    }

    @Override
    public Opening open(CallHead head, Instant now) {
        return calls.open(head, keys(head.address().keys()), now);
    }

    @Override
    public CallAnswer answer(Reply reply, ProductionAddress address, AccessKey signer) {
        return answers.apply(reply);
    }
}

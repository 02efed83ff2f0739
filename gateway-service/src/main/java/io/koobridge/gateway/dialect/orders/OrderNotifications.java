package io.koobridge.gateway.dialect.orders;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.signed.SignedCalls;
import java.time.Instant;

/** Order notification: signed like the V2 base interfaces, with a general key; one activity, for products of every type. */
public final class OrderNotifications implements Dialect {

    private static final int LONGEST_BODY = 256 * 1024;

    private final SignedCalls calls = new SignedCalls("orders", (body, _) -> OrderNotice.translate(body));

    @Override
    public boolean speaks(CallHead head) {
        return head.method().equals("POST");
    }

    @Override
    public int longestBody() {
        return LONGEST_BODY;
    }

    @Override
    public KeyRing keys(AddressKeys keys) {
        return keys.of(KeyType.GENERAL);
    }

    @Override
    public Opening open(CallHead head, Instant now) {
        return calls.open(head, keys(head.address().keys()), now);
    }

    @Override
    public CallAnswer answer(Reply reply, ProductionAddress address, AccessKey signer) {
        return OrderAnswers.of(reply);
    }
}

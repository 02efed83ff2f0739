package io.koobridge.gateway.dialect.saas.v2;

import io.koobridge.gateway.command.MadeUp;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.json.Members;

/**
 * Debugging calls. Sellers are told to type 123456789 into every field, and KooGallery replays what they typed twice a day for years: whatever is
 * refused here one day takes products off the market. So the thing must be named, in whatever form, and nothing else is looked at.
 */
final class SaasRehearsal {

    private SaasRehearsal() {}

    static Translation of(SaasActivity known, Members members) {
        var reply =
                switch (known) {
                    case NEW_INSTANCE -> MadeUp.purchase(members.text("orderId"), members.text("orderLineId"));
                    case QUERY_INSTANCE -> MadeUp.lookUp(members.ids("instanceId"));
                    case CHANGE_INSTANCE_CHECK -> {
                        members.text("instanceId");
                        yield new Reply.Possible();
                    }
                    case REFRESH_INSTANCE, UPDATE_INSTANCE_STATUS, RELEASE_INSTANCE, UPGRADE_INSTANCE -> {
                        members.text("instanceId");
                        yield new Reply.Noted(false);
                    }
                };
        return members.problem()
                .<Translation>map(why -> new NotUnderstood(known.activity(), why))
                .orElseGet(() -> new Rehearsed(known.activity(), reply));
    }
}

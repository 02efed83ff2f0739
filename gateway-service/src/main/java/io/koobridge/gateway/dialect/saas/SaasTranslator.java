package io.koobridge.gateway.dialect.saas;

import static java.util.function.Predicate.not;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Understood;
import java.util.Arrays;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** From the edition's words into ours. Requires what identifies the thing, and nothing more (design §3.3). */
final class SaasTranslator {

    /** Ids in one query (saas-v2 §4.1). */
    private static final int MOST_IDS = 100;

    private SaasTranslator() {}

    static Translation translate(JsonNode body) {
        var members = new Members(body);
        var spelling = members.text("activity");
        if (members.problem().isPresent()) {
            return new NotUnderstood(Activity.OTHER, members.problem().get());
        }
        return SaasActivity.of(spelling)
                .map(known -> translate(known, members))
                .orElseGet(() -> unknown(Activity.OTHER));
    }

    private static Translation translate(SaasActivity known, Members members) {
        return switch (known) {
            case NEW_INSTANCE -> newInstance(members);
            case QUERY_INSTANCE -> queryInstance(members);
            case REFRESH_INSTANCE, UPDATE_INSTANCE_STATUS, RELEASE_INSTANCE, UPGRADE_INSTANCE, CHANGE_INSTANCE_CHECK ->
                unknown(known.activity());
        };
    }

    /** The documented request has no productId, but it is a part of the order's identity if it should come (saas-v2 §3.4). */
    private static Translation newInstance(Members members) {
        var orderId = members.id("orderId");
        var orderLineId = members.id("orderLineId");
        var productId = members.optionalId("productId").orElse(null);
        return understood(
                SaasActivity.NEW_INSTANCE,
                members,
                () -> new Command.Purchase(new OrderKey(orderId, orderLineId, productId)));
    }

    /**
     * The stated length of 100 cannot hold 100 ids and is not enforced; their number is. An id that is longer than ids are is one of nobody's,
     * which must not spoil the answer about the others.
     */
    private static Translation queryInstance(Members members) {
        var activity = SaasActivity.QUERY_INSTANCE;
        var ids = Arrays.stream(members.text("instanceId").split(",", -1))
                .map(String::strip)
                .filter(not(String::isEmpty))
                .distinct()
                .limit(MOST_IDS + 1L)
                .toList();
        if (members.problem().isEmpty() && ids.isEmpty()) {
            return new NotUnderstood(activity.activity(), "instanceId is missing");
        }
        if (ids.size() > MOST_IDS) {
            return new NotUnderstood(activity.activity(), "instanceId has more than " + MOST_IDS + " ids");
        }
        if (!ids.stream().allMatch(Members::isWellFormed)) {
            return new NotUnderstood(activity.activity(), "instanceId is not an id");
        }
        return understood(activity, members, () -> new Command.LookUp(ids));
    }

    private static Translation understood(SaasActivity activity, Members members, Supplier<Command> command) {
        return members.problem()
                .<Translation>map(why -> new NotUnderstood(activity.activity(), why))
                .orElseGet(() -> new Understood(activity.activity(), command.get(), members.says("testFlag", "1")));
    }

    private static NotUnderstood unknown(Activity activity) {
        return new NotUnderstood(activity, "activity is unknown");
    }
}

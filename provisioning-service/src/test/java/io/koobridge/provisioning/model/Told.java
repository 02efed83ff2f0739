package io.koobridge.provisioning.model;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What facts come to by the rules' words (design §4), worked out a second time and in another way than by {@code decide}: in
 * the topic's order, each for itself, and nothing that is more than 5 s older than what its part is set to already.
 */
final class Told {

    private WantedState wanted = WantedState.ACTIVE;
    private Instant wantedAsOf = Instant.EPOCH;
    private @Nullable Instant expiresAt;
    private Instant expiryAsOf = Instant.EPOCH;
    private final List<String> paid = new ArrayList<>();
    private String order = "";
    private Instant orderAsOf = Instant.EPOCH;

    static Told by(List<Event<InstanceFact>> facts) {
        var told = new Told();
        var seen = new HashSet<String>();
        for (var fact : facts) {
            if (told.wanted != WantedState.RELEASED && seen.add(fact.id())) {
                told.take(fact.data(), fact.asOf());
            }
        }
        return told;
    }

    WantedState wanted() {
        return wanted;
    }

    @Nullable Instant expiresAt() {
        return expiresAt;
    }

    /** The order that says what is sold: the last one that was named for something else than a plain renewal. */
    String order() {
        return order;
    }

    /** The order that it is paid by: the purchase, or the last renewal that was not cancelled. */
    String paidBy() {
        return paid.getLast();
    }

    private void take(InstanceFact fact, Instant asOf) {
        switch (fact) {
            case InstancePurchased purchase -> {
                want(WantedState.ACTIVE, asOf);
                name(purchase.order(), asOf);
                if (paid.isEmpty()) {
                    paid.add(purchase.order().orderId());
                }
                if (purchase.bought() != null) {
                    expiresAt = purchase.bought().expiresAt();
                    expiryAsOf = asOf;
                }
            }
            case InstanceFrozen _ -> want(WantedState.FROZEN, asOf);
            case InstanceUnfrozen _ -> want(WantedState.ACTIVE, asOf);
            case InstanceReleased _ -> wanted = WantedState.RELEASED;
            case UpgradeOrdered upgrade -> name(upgrade.order(), asOf);
            case TermChanged term -> change(term, asOf);
            case OrderLearned _ -> throw new IllegalStateException("nobody tells that");
        }
    }

    private void want(WantedState state, Instant asOf) {
        if (!asOf.isBefore(wantedAsOf.minusSeconds(5))) {
            wanted = state;
            wantedAsOf = later(wantedAsOf, asOf);
        }
    }

    private void change(TermChanged term, Instant asOf) {
        if (expiresAt == null || !asOf.isBefore(expiryAsOf.minusSeconds(5))) {
            var shortens = expiresAt != null && term.expiresAt().isBefore(expiresAt);
            expiresAt = term.change() == TermChange.RENEWAL && shortens ? expiresAt : term.expiresAt();
            expiryAsOf = later(expiryAsOf, asOf);
            pay(term);
        }
        if (term.thaws()) {
            want(WantedState.ACTIVE, asOf);
        }
        if (sells(term)) {
            name(term.order(), asOf);
        }
    }

    private void pay(TermChanged term) {
        var named = term.order().orderId();
        if (term.change() != TermChange.UNSUBSCRIBE_RENEWAL_PERIOD) {
            paid.remove(named);
            paid.add(named);
        } else if (paid.size() > 1) {
            paid.remove(Math.max(paid.lastIndexOf(named), 0) == 0 ? paid.size() - 1 : paid.lastIndexOf(named));
        }
    }

    /** A renewal sells the same again, and which order a cancelled one names differs from site to site. V1 names a product. */
    private static boolean sells(TermChanged term) {
        var told = term.bought();
        return told == null
                ? term.change() == TermChange.TRIAL_TO_FORMAL || term.change() == TermChange.RENEWAL_CHANGE
                : term.change() != TermChange.UNSUBSCRIBE_RENEWAL_PERIOD && told.product() != null;
    }

    private void name(OrderKey named, Instant asOf) {
        if (!asOf.isBefore(orderAsOf.minusSeconds(5))) {
            order = named.orderId();
            orderAsOf = later(orderAsOf, asOf);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

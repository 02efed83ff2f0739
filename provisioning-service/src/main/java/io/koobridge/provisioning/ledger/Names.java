package io.koobridge.provisioning.ledger;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/**
 * Under which names instances are known: by the orders that they own, in {@code order-aliases}, and by other ids than their
 * own, in {@code id-aliases} (design §4).
 */
public final class Names {

    private final AliasTable orders;
    private final AliasTable ids;
    private final String seller;

    /** A key by which calls name an order of this kind of instance. */
    public record Name(InstanceKind kind, OrderKey order) {

        private String key() {
            return kind.name() + ':' + order.canonical();
        }
    }

    public Names(MongoCollection<BsonDocument> orderAliases, MongoCollection<BsonDocument> idAliases, String seller) {
        this.orders = new AliasTable(orderAliases);
        this.ids = new AliasTable(idAliases);
        this.seller = seller;
    }

    /** The id that the suite would give to the instance of this order. */
    public String derived(Name name) {
        return InstanceIds.derive(seller, name.kind(), name.order());
    }

    /** The instance that has this other id; empty when none has. */
    public Mono<String> known(String id) {
        return ids.owner(id);
    }

    /** From now on the instance has this other id too, unless another one has it. */
    public Mono<Void> know(String id, String instance) {
        return ids.claim(id, instance).then();
    }

    /** Which instance owns the order; empty when nobody does yet. */
    public Mono<String> owner(Name name) {
        return orders.owner(name.key());
    }

    /** Which instances own these orders; those that nobody owns are absent. */
    public Mono<Map<Name, String>> owners(Collection<Name> names) {
        var byKey = new HashMap<String, Name>();
        names.forEach(name -> byKey.put(name.key(), name));
        return orders.owners(byKey.keySet()).map(owners -> {
            var found = new HashMap<Name, String>();
            owners.forEach((key, owner) -> found.put(byKey.get(key), owner));
            return found;
        });
    }

    /** Who owns the order from now on: this instance, or whoever was before it. */
    public Mono<String> claim(Name name, String instance) {
        return orders.claim(name.key(), instance);
    }

    /**
     * Claims orders for instances, each unless somebody was before it; {@link #owners} tells who has them then. The ids that follow from them are for
     * {@link #know(Map)}.
     */
    public Mono<Void> claimAll(Map<Name, String> instanceByName) {
        var byOrder = new HashMap<String, String>();
        instanceByName.forEach((name, instance) -> byOrder.put(name.key(), instance));
        return orders.claimAll(byOrder);
    }

    /** From now on instances have the ids that would be derived from these orders too. */
    public Mono<Void> know(Map<Name, String> instanceByName) {
        var byId = new HashMap<String, String>();
        instanceByName.forEach((name, instance) -> {
            var derived = derived(name);
            if (!derived.equals(instance)) {
                byId.put(derived, instance);
            }
        });
        return ids.claimAll(byId);
    }

    /** Which of these orders one instance owns are another's from now on. Only for an instance that never came to be. */
    public Mono<Void> pass(Collection<Name> names, String from, String to) {
        return orders.pass(names.stream().map(Name::key).toList(), from, to);
    }
}

package io.koobridge.provisioning.web.imports;

import static java.util.stream.Collectors.toMap;

import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.ledger.Names.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Claims the names of rows: those of the order that an instance was bought by first, and the others when it has these. A row
 * whose order somebody buys in that moment then leaves nothing behind.
 */
final class ImportClaims {

    private final Names names;

    ImportClaims(Names names) {
        this.names = names;
    }

    /**
     * A row that may be imported.
     *
     * @param anew whether its instance is not there yet
     * @param missing names that nobody had when it was looked at
     */
    record Claim(ImportRow row, boolean anew, Set<Name> missing) {

        String id() {
            return row.instanceId();
        }

        /** What calls may buy its order by, and no other imported instance shares. */
        private boolean buys(Name name) {
            return own(name) && name.order().orderId().equals(row.order().orderId());
        }

        private boolean own(Name name) {
            return row.orders().own().contains(name.order());
        }

        private Stream<Name> bought() {
            return missing.stream().filter(this::buys);
        }

        private Stream<Name> others() {
            return missing.stream().filter(name -> !buys(name));
        }

        /** By ids too, also those that a crash kept an earlier import of the row from writing. */
        private Stream<Name> answers() {
            return anew ? ImportPlan.names(row).filter(this::buys) : bought();
        }

        /** A name of its own that somebody else claimed between looking and claiming. */
        private Optional<Name> lost(Stream<Name> claimed, Map<Name, String> owners) {
            return claimed.filter(this::own)
                    .filter(name -> !id().equals(owners.get(name)))
                    .findFirst();
        }
    }

    /** Why rows lost their claims after all, by their ids; those that have all their names are absent. */
    Mono<Map<String, String>> take(List<Claim> claims) {
        var purchases = each(claims, Claim::bought);
        return names.claimAll(purchases).then(names.owners(purchases.keySet())).flatMap(owners -> {
            var late = late(
                    "orderId: order %s was bought a moment ago and belongs to instance %s",
                    claims, Claim::bought, owners);
            var won = claims.stream()
                    .filter(claim -> !late.containsKey(claim.id()))
                    .toList();
            return Flux.fromIterable(claims)
                    .filter(Claim::anew)
                    .concatMap(claim -> left(claim, owners))
                    .then(names.know(each(won, Claim::answers)))
                    .then(others(won))
                    .doOnNext(late::putAll)
                    .thenReturn(late);
        });
    }

    /** Nobody is there under the row's id, so the buyer's instance has the order by its other names as well. */
    private Mono<Void> left(Claim claim, Map<Name, String> owners) {
        return Mono.justOrEmpty(claim.lost(claim.bought(), owners))
                .flatMap(name -> Mono.justOrEmpty(owners.get(name)))
                .flatMap(buyer -> names.pass(claim.bought().toList(), claim.id(), buyer));
    }

    /** Ids before orders: whoever buys one from then on is told the id that follows from it, and it answers. */
    private Mono<Map<String, String>> others(List<Claim> claims) {
        var others = each(claims, Claim::others);
        return names.know(others)
                .then(names.claimAll(others))
                .then(names.owners(others.keySet()))
                .map(owners -> late(
                        "otherOrders: order %s was bought a moment ago and belongs to instance %s; the other orders of the row are claimed for it",
                        claims, Claim::others, owners));
    }

    /** @param why with the order and its owner to be filled in */
    private static Map<String, String> late(
            String why, List<Claim> claims, Function<Claim, Stream<Name>> which, Map<Name, String> owners) {
        var late = new HashMap<String, String>();
        claims.forEach(claim -> claim.lost(which.apply(claim), owners)
                .ifPresent(
                        name -> late.put(claim.id(), why.formatted(name.order().orderId(), owners.get(name)))));
        return late;
    }

    private static Map<Name, String> each(List<Claim> claims, Function<Claim, Stream<Name>> which) {
        return claims.stream()
                .flatMap(claim -> which.apply(claim).map(name -> Map.entry(name, claim.id())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (earlier, _) -> earlier));
    }
}

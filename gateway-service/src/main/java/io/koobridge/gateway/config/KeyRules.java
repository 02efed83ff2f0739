package io.koobridge.gateway.config;

import io.koobridge.gateway.address.KeyType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must hold between the keys of all addresses. KooGallery binds a key to one interface type (saas-v2 §7.1). An id that stood for two secrets
 * would tell operators nothing. And a secret under two ids is a slip in a rotation, or would let a captured call be taken for another one
 * at another address: what it does is known by its key's id (design §4).
 */
final class KeyRules {

    private KeyRules() {}

    private record Named(String name, KeyType list, KeysProperties.Key key) {

        /** V1 and V2 base interfaces are one type: V1 uses the base keys unless it has its own. */
        KeyType type() {
            return list == KeyType.V1 ? KeyType.BASE : list;
        }
    }

    static void check(List<AddressProperties> addresses, IntFunction<String> names) {
        var all = IntStream.range(0, addresses.size())
                .boxed()
                .flatMap(index ->
                        of(names.apply(index) + ".keys", addresses.get(index).keys()))
                .toList();
        for (int later = 1; later < all.size(); later++) {
            for (var earlier : all.subList(0, later)) {
                check(earlier, all.get(later));
            }
        }
    }

    private static void check(Named one, Named other) {
        boolean sameSecret = Objects.equals(one.key().secret(), other.key().secret());
        Invalid.when(
                sameSecret && one.type() != other.type(),
                other.name() + ".secret",
                "equals %s.secret, but a key belongs to one interface type".formatted(one.name()));
        Invalid.when(
                sameSecret && !Objects.equals(one.key().id(), other.key().id()),
                other.name() + ".secret",
                "equals %s.secret, but the ids differ".formatted(one.name()));
        Invalid.when(
                !sameSecret && Objects.equals(one.key().id(), other.key().id()),
                other.name() + ".id",
                "equals %s.id, but the secrets differ".formatted(one.name()));
    }

    private static Stream<Named> of(String name, KeysProperties keys) {
        return Arrays.stream(KeyType.values()).flatMap(type -> named(name + "." + type.label(), type, keys.of(type)));
    }

    private static Stream<Named> named(String name, KeyType type, List<KeysProperties.Key> keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(index -> new Named(name + "[" + index + "]", type, keys.get(index)));
    }
}

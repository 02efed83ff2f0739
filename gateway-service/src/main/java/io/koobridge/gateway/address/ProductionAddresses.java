package io.koobridge.gateway.address;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first step of every call: which address it came to. */
public final class ProductionAddresses {

    private final List<ProductionAddress> all;
    private final Map<String, Called> byPath;

    /**
     * An address, and what of it was called.
     *
     * @param kit the interface of the joint-operations kit below it; absent: the address itself
     */
    public record Called(
            ProductionAddress address, @Nullable KitPath kit) {}

    /** Throws when two addresses have the same path, or one has that of another's interface. */
    public ProductionAddresses(Collection<ProductionAddress> addresses) {
        all = List.copyOf(addresses);
        byPath = addresses.stream()
                .flatMap(ProductionAddresses::called)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Called>> called(ProductionAddress address) {
        return Stream.concat(
                Stream.of(Map.entry(address.path(), new Called(address, null))),
                address.kitPaths().entrySet().stream()
                        .map(kit -> Map.entry(kit.getKey(), new Called(address, kit.getValue()))));
    }

    /** In the configured order. */
    public List<ProductionAddress> all() {
        return all;
    }

    public Optional<Called> at(String rawPath) {
        return Optional.ofNullable(byPath.get(rawPath));
    }
}

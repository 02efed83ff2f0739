package io.koobridge.gateway.address;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The first step of every call: which address it came to. */
public final class ProductionAddresses {

    private final List<ProductionAddress> all;
    private final Map<String, ProductionAddress> byPath;

    /** Throws when two addresses have the same path. */
    public ProductionAddresses(Collection<ProductionAddress> addresses) {
        all = List.copyOf(addresses);
        byPath = addresses.stream().collect(Collectors.toUnmodifiableMap(ProductionAddress::path, Function.identity()));
    }

    /** In the configured order. */
    public List<ProductionAddress> all() {
        return all;
    }

    public Optional<ProductionAddress> at(String rawPath) {
        return Optional.ofNullable(byPath.get(rawPath));
    }
}

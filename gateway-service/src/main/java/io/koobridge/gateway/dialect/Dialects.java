package io.koobridge.gateway.dialect;

import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.KitPath.KitEdition;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which editions are spoken where.
 *
 * @param byKind for each kind of address its dialects; the first one also answers calls that none of them understands
 * @param kits how each edition of the joint-operations kit is spoken, below whichever address
 */
public record Dialects(Map<AddressKind, List<Dialect>> byKind, Map<KitEdition, Dialect> kits) {

    /** Of addresses without the kit. */
    public Dialects(Map<AddressKind, List<Dialect>> byKind) {
        this(byKind, Map.of());
    }

    public Dialect of(CallHead head) {
        var kit = head.kit();
        if (kit != null) {
            return Objects.requireNonNull(kits.get(kit.edition()));
        }
        var spoken = byKind.getOrDefault(head.address().kind(), List.of());
        return spoken.stream()
                .filter(dialect -> dialect.speaks(head))
                .findFirst()
                .orElseGet(spoken::getFirst);
    }
}

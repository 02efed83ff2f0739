package io.koobridge.gateway.dialect;

import io.koobridge.gateway.address.AddressKind;
import java.util.List;
import java.util.Map;

/**
 * Which editions are spoken where.
 *
 * @param byKind for each kind of address its dialects; the first one also answers calls that none of them understands
 */
public record Dialects(Map<AddressKind, List<Dialect>> byKind) {

    public Dialect of(CallHead head) {
        var spoken = byKind.getOrDefault(head.address().kind(), List.of());
        return spoken.stream()
                .filter(dialect -> dialect.speaks(head))
                .findFirst()
                .orElseGet(spoken::getFirst);
    }
}

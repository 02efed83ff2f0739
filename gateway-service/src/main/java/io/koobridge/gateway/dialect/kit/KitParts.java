package io.koobridge.gateway.dialect.kit;

import io.koobridge.events.FactIds;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.wire.Json;
import io.koobridge.gateway.command.Command.TenantTold.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A call's list in parts that fit into records (design §6). */
final class KitParts {

    private static final int MOST_ROWS = 500;
    private static final int MOST_BYTES = 512 * 1024;

    private KitParts() {}

    /**
     * One fact for each part; an empty list has one, too, for the call itself says something.
     *
     * @param callId of all parts
     * @param fact of one part
     */
    static <R> List<Told> of(List<R> rows, String callId, BiFunction<Part, List<R>, TenantFact> fact) {
        var parts = split(rows);
        var facts = new ArrayList<Told>();
        for (int number = 1; number <= parts.size(); number++) {
            var part = new Part(callId, number, parts.size(), rows.size());
            facts.add(new Told(FactIds.ofPart(callId, number), fact.apply(part, parts.get(number - 1))));
        }
        return facts;
    }

    private static <R> List<List<R>> split(List<R> rows) {
        var parts = new ArrayList<List<R>>();
        var part = new ArrayList<R>();
        int bytes = 0;
        for (var row : rows) {
            int size = Json.mapper().writeValueAsBytes(row).length;
            if (part.size() == MOST_ROWS || (!part.isEmpty() && bytes + size > MOST_BYTES)) {
                parts.add(List.copyOf(part));
                part.clear();
                bytes = 0;
            }
            part.add(row);
            bytes += size;
        }
        parts.add(List.copyOf(part));
        return parts;
    }
}

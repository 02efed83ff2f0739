package io.koobridge.provisioning.web.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.koobridge.events.instance.OrderKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row, or would.
 *
 * @param instanceId absent when it could not be read
 * @param result {@code created}, {@code unchanged}, {@code updated} or {@code refused}
 * @param why of a refusal, or why nothing changed although the row says something else
 * @param orders in a dry run: the names that the row would claim, so that rows of other requests can be compared
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ImportResult(
        @Nullable String instanceId,
        String result,
        @Nullable String why,
        List<String> orders) {

    static final String CREATED = "created";
    static final String UNCHANGED = "unchanged";
    static final String UPDATED = "updated";
    static final String REFUSED = "refused";

    /** {@link #CREATED} or {@link #UPDATED}. */
    static ImportResult of(String instanceId, String result) {
        return new ImportResult(instanceId, result, null, List.of());
    }

    static ImportResult unchanged(String instanceId, @Nullable String why) {
        return new ImportResult(instanceId, UNCHANGED, why, List.of());
    }

    static ImportResult refused(@Nullable String instanceId, String why) {
        return new ImportResult(instanceId, REFUSED, why, List.of());
    }

    ImportResult claiming(ImportRow row) {
        return new ImportResult(
                instanceId,
                result,
                why,
                row.orders().own().stream()
                        .map(OrderKey::canonical)
                        .map(key -> row.kind() + ":" + key)
                        .toList());
    }
}

package io.koobridge.stack.demo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What marketplace, ledger and product say of an instance.
 *
 * @param state that all of them say; absent when they do not, or were not asked
 * @param complaints who says what, when they do not agree
 */
record Agreed(@Nullable InstanceState state, List<String> complaints) {

    static final Agreed NOT_ASKED = new Agreed(null, List.of());

    Optional<String> text() {
        return !complaints.isEmpty()
                ? Optional.of("they do not agree")
                : Optional.ofNullable(state).map(InstanceState::text);
    }
}

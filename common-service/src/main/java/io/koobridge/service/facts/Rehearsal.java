package io.koobridge.service.facts;

import org.jspecify.annotations.Nullable;

/** What would become of a record if it came now. */
public sealed interface Rehearsal {

    /**
     * It would be put aside again.
     *
     * @param reason one word, as metrics have it
     */
    record PutAside(String reason, String why) implements Rehearsal {}

    /**
     * It would be decided.
     *
     * @param outcome {@code applied}, {@code unchanged}, {@code stale} or {@code refused}
     * @param detail why, when stale or refused
     * @param before absent when there is no document yet
     * @param after absent when there would still be none
     */
    record Decided(
            String fact,
            String subject,
            String outcome,
            @Nullable String detail,
            @Nullable Glance before,
            @Nullable Glance after)
            implements Rehearsal {}

    /** A state in few words. */
    record Glance(String phase, long generation) {}
}

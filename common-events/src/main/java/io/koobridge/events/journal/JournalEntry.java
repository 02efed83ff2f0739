package io.koobridge.events.journal;

import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline. Small on purpose: no bodies, no personal data. The event's subject is what the line is about
 * (an instance, or the address for a call that named nothing).
 */
public sealed interface JournalEntry {

    /**
     * The gateway answered a call, or refused it.
     *
     * @param verdict {@code verified}, {@code rehearsed} for a debugging call, {@code repeated} for one that was answered before,
     *     {@code stale} for one that was stored and answered as a success although it is older than what is known; else why the
     *     signature, the call or what it asks for was refused, in one word
     * @param keyId the key that verified; absent when none did
     * @param needsRestart the marketplace does not repeat this call by itself, somebody must press restart
     */
    record CallbackAnswered(
            String address,
            String activity,
            String verdict,
            @Nullable String keyId,
            String resultCode,
            long millis,
            boolean needsRestart)
            implements JournalEntry {}

    /**
     * A service applied a fact to its ledger.
     *
     * @param outcome {@code applied}, {@code unchanged}, {@code stale} or {@code refused}
     * @param detail why, when stale or refused
     */
    record FactDecided(
            String service,
            String factId,
            String fact,
            String outcome,
            @Nullable String detail) implements JournalEntry {}

    /**
     * A reconcile ended.
     *
     * @param attempt the first one is 1
     * @param outcome {@code settled}, {@code stopped}, {@code progressed}, {@code waiting} or {@code failed}
     */
    record AttemptEnded(
            String service,
            long generation,
            int attempt,
            String outcome,
            @Nullable String detail) implements JournalEntry {}

    /**
     * The suite asked somebody outside.
     *
     * @param system the name that metrics have for it
     * @param outcome {@code answered}, {@code not_sent}, {@code uncertain}, or what kind of bad news the answer was
     * @param detail why, when there is something to say
     */
    record OutsideCalled(
            String service,
            String system,
            String operation,
            String outcome,
            long millis,
            @Nullable String detail) implements JournalEntry {}

    /**
     * What the service saw became what the marketplace wanted, or stopped being it.
     *
     * @param phase in the service's own words
     * @param version of the document
     * @param generation of what was wanted
     */
    record StateChanged(String service, String phase, long version, long generation) implements JournalEntry {}

    /**
     * Something that a person should look at.
     *
     * @param kind what metrics count it as
     */
    record FindingOpened(String service, String kind, String detail) implements JournalEntry {}

    /** It needs nobody any more. */
    record FindingClosed(String service, String kind) implements JournalEntry {}

    /**
     * A record that could not be processed was put aside.
     *
     * @param topic where it stood, with partition and offset
     * @param reason one word, as metrics have it
     */
    record DeadLettered(String service, String topic, int partition, long offset, String reason)
            implements JournalEntry {}

    /**
     * Somebody did by hand what no program may decide: the audit line.
     *
     * @param action {@code replayed}, {@code parked}, {@code retried}, {@code finding-closed} or {@code place-freed}
     * @param target what it was done to, as the operators' routes name it
     * @param why the person's own words
     */
    record OperatorActed(String service, String action, String target, String why) implements JournalEntry {}
}

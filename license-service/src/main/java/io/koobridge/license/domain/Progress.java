package io.koobridge.license.domain;

import io.koobridge.events.license.LicensePhase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a licence is.
 *
 * @param generation rises with everything that is wanted of it: to be made, uploaded once more, taken back
 * @param observedGeneration the one that was done last, or refused
 * @param placed whether it has one of the order's places for good, or comes with a purchase, and needs none
 * @param issuedAt when its bytes were first known to be stored
 * @param perhapsTakenAt when an upload first ended so that nobody knows whether the marketplace has it
 * @param deliveredAt when the marketplace had it first
 * @param failure why it was refused or denied
 */
public record Progress(
        LicensePhase phase,
        long generation,
        long observedGeneration,
        boolean placed,
        @Nullable Instant issuedAt,
        @Nullable Instant perhapsTakenAt,
        @Nullable Instant deliveredAt,
        @Nullable String failure) {

    static final Progress BEGUN = new Progress(LicensePhase.ISSUING, 1, 0, false, null, null, null, null);

    /** The marketplace has it. */
    public boolean delivered() {
        return phase == LicensePhase.DELIVERED;
    }

    /** It has a place still, and is about to lose it: whoever asks for it now is not heard (license §3.5). */
    public boolean leaving() {
        return (phase == LicensePhase.DENIED || phase == LicensePhase.REFUSED) && !settled();
    }

    boolean settled() {
        return observedGeneration == generation;
    }

    Progress keptPlace() {
        return new Progress(
                phase, generation, observedGeneration, true, issuedAt, perhapsTakenAt, deliveredAt, failure);
    }

    Progress issued(Instant at) {
        return new Progress(
                deliveredAt == null ? LicensePhase.UPLOADING : LicensePhase.DELIVERED,
                generation,
                observedGeneration,
                placed,
                issuedAt == null ? at : issuedAt,
                perhapsTakenAt,
                deliveredAt,
                null);
    }

    Progress perhapsTaken(Instant at) {
        return new Progress(
                phase,
                generation,
                observedGeneration,
                placed,
                issuedAt,
                perhapsTakenAt == null ? at : perhapsTakenAt,
                deliveredAt,
                failure);
    }

    Progress delivered(Instant at) {
        return new Progress(
                LicensePhase.DELIVERED,
                generation,
                generation,
                placed,
                issuedAt == null ? at : issuedAt,
                perhapsTakenAt,
                deliveredAt == null ? at : deliveredAt,
                null);
    }

    Progress refused(String why) {
        return ended(LicensePhase.REFUSED, generation, why);
    }

    /** Its place is still to be given up. */
    Progress unmade(String why) {
        return ended(LicensePhase.REFUSED, observedGeneration, why);
    }

    /** Its place is still to be given up. */
    Progress denied(Instant at, String why) {
        return issued(at).ended(LicensePhase.DENIED, observedGeneration, why);
    }

    private Progress ended(LicensePhase end, long observed, String why) {
        return new Progress(end, generation, observed, placed, issuedAt, perhapsTakenAt, deliveredAt, why);
    }

    /** A person knows that the marketplace does not have it: its place is still to be given up. */
    Progress notTaken() {
        return new Progress(
                phase,
                generation + 1,
                observedGeneration,
                placed,
                issuedAt,
                null,
                deliveredAt,
                "%s; it was not taken, and a person freed its place".formatted(failure));
    }

    /** Its place may be another's now. */
    Progress gaveUpPlace() {
        return new Progress(phase, generation, generation, false, issuedAt, perhapsTakenAt, deliveredAt, failure);
    }

    /** Whatever was left to be done once more: what is made is not made again. A place that is being given up is asked for anew. */
    Progress again() {
        var next = issuedAt == null
                ? LicensePhase.ISSUING
                : deliveredAt == null ? LicensePhase.UPLOADING : LicensePhase.DELIVERED;
        return new Progress(
                next,
                generation + 1,
                observedGeneration,
                placed && !leaving(),
                issuedAt,
                perhapsTakenAt,
                deliveredAt,
                null);
    }

    Progress revoked() {
        return new Progress(
                LicensePhase.REVOKED,
                generation + 1,
                observedGeneration,
                placed,
                issuedAt,
                perhapsTakenAt,
                deliveredAt,
                null);
    }

    Progress done() {
        return new Progress(phase, generation, generation, placed, issuedAt, perhapsTakenAt, deliveredAt, failure);
    }
}

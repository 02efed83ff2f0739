package io.koobridge.license.domain;

import io.koobridge.events.Event;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.license.LicensePhase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One licence, from the moment that somebody asked for it.
 *
 * @param order what the issuer is asked; from the first time that he is, never another
 * @param issuers which ones may have been asked, and may have made it
 * @param memory ids of the facts that changed it, newest first; the last 16 (design §4)
 */
public record Application(
        LicenseRequest request,
        @Nullable LicenseOrder order,
        Set<Issuer.Kind> issuers,
        Progress progress,
        List<String> memory) {

    private static final int REMEMBERED = 16;

    public Application {
        issuers = Set.copyOf(issuers);
        memory = List.copyOf(memory);
    }

    static Application applied(Event<LicenseApplied> application) {
        return new Application(
                LicenseRequest.applied(application), null, Set.of(), Progress.BEGUN, List.of(application.id()));
    }

    static Application withPurchase(KnownInstance instance, Instant now) {
        return new Application(LicenseRequest.withPurchase(instance, now), null, Set.of(), Progress.BEGUN, List.of());
    }

    public String id() {
        return request.licenseId();
    }

    public LicensePhase phase() {
        return progress.phase();
    }

    public long generation() {
        return progress.generation();
    }

    /** Nothing is left to do. */
    public boolean settled() {
        return progress.settled();
    }

    /** It has one of the places among the order's licences, where it needs one, and is counted for that order. */
    public Application placed(LicenseOrder counted) {
        return new Application(request, counted, issuers, progress.keptPlace(), memory);
    }

    /** Written before he is asked: whoever asks him to take it back must know. Nobody is nobody's issuer. */
    public Application asking(Issuer.@Nullable Kind issuer) {
        if (issuer == null || issuers.contains(issuer)) {
            return this;
        }
        var all = Stream.concat(issuers.stream(), Stream.of(issuer)).collect(Collectors.toSet());
        return new Application(request, order, all, progress, memory);
    }

    /** Its bytes are stored; from now on they only have to reach the marketplace. */
    public Application issued(Instant at) {
        return with(progress.issued(at));
    }

    public Application delivered(Instant at) {
        return with(progress.delivered(at));
    }

    /** The last upload's answer was lost: the marketplace may have it or not. */
    public Application perhapsTaken(Instant at) {
        return with(progress.perhapsTaken(at));
    }

    /** For good, by whoever it was. */
    public Application refused(String why) {
        return with(progress.refused(why));
    }

    /** Nobody makes it; its place is still to be given up. */
    public Application unmade(String why) {
        return with(progress.unmade(why));
    }

    /** The order has no licence left for it. */
    public Application withoutPlace(LicenseOrder counted, String why) {
        return new Application(request, counted, issuers, progress.refused(why), memory);
    }

    /** The marketplace wants no licence for it; its place is still to be given up. */
    public Application denied(Instant at, String why) {
        return with(progress.denied(at, why));
    }

    /** A person knows that the marketplace does not have it; its place is still to be given up. */
    Application notTaken() {
        return with(progress.notTaken());
    }

    public Application gaveUpPlace() {
        return with(progress.gaveUpPlace());
    }

    /** Whether an issuer may have heard of it. */
    public boolean ordered() {
        return order != null && !issuers.isEmpty();
    }

    /** Its instance was released. */
    public Application revoked() {
        return with(progress.revoked());
    }

    /** What is wanted of it is so. */
    public Application done() {
        return with(progress.done());
    }

    boolean remembers(String factId) {
        return memory.contains(factId);
    }

    Application again(Event<LicenseApplied> because) {
        return new Application(
                request.askedAgain(because.asOf()),
                order,
                issuers,
                progress.again(),
                Stream.concat(Stream.of(because.id()), memory.stream())
                        .limit(REMEMBERED)
                        .toList());
    }

    Application again() {
        return with(progress.again());
    }

    private Application with(Progress next) {
        return new Application(request, order, issuers, next, memory);
    }
}

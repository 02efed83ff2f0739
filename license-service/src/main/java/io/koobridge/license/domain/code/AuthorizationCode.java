package io.koobridge.license.domain.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one authorization code. Each {@code with…} is one thing that was learned or wished; what is not wished any more is gone.
 *
 * @param code the buyer's secret; absent while only the marketplace spoke of it, for then nobody needs it
 * @param generation rises with every change of what is wanted
 * @param frozen as the marketplace's calls say; absent when none was about that
 * @param releasedAt when the marketplace's call released it; from then on nothing changes any more
 * @param expiry when what was paid for ends; information only
 * @param queryAt since when the query is due; absent when it is not
 * @param memory ids of the last 16 facts that changed it, newest first
 */
public record AuthorizationCode(
        @Nullable String code,
        long generation,
        @Nullable Told<Boolean> frozen,
        @Nullable Instant releasedAt,
        @Nullable Told<Instant> expiry,
        Bought bought,
        Activation activation,
        @Nullable Sighting sighting,
        @Nullable Instant queryAt,
        Usage usage,
        List<String> memory) {

    private static final int REMEMBERED = 16;
    private static final Duration FREEZE_SETTLES_WITHIN = Duration.ofHours(2);

    static final AuthorizationCode UNSEEN = new AuthorizationCode(
            null, 0, null, null, null, Bought.UNTOLD, Activation.NONE, null, null, Usage.NONE, List.of());

    public AuthorizationCode {
        memory = List.copyOf(memory);
    }

    /** Whether the marketplace was told to do it, as far as is known here. */
    public boolean inUse() {
        return activation.stage() == Activation.Stage.ACTIVE;
    }

    public boolean released() {
        return releasedAt != null;
    }

    AuthorizationCode named(String itsCode) {
        return new AuthorizationCode(
                itsCode, generation, frozen, releasedAt, expiry, bought, activation, sighting, queryAt, usage, memory);
    }

    AuthorizationCode withFrozen(Told<Boolean> next) {
        return new AuthorizationCode(
                code, generation + 1, next, releasedAt, expiry, bought, activation, sighting, queryAt, usage, memory);
    }

    /**
     * The calls are optional, and one may be lost; the query decides (license §5.4, §9.15). Its {@code ALIVE} is "normal", which a frozen code is
     * not: it has expired beyond its grace (§4.2). Within two hours, for which the calls are repeated, the query may be older than the freeze.
     */
    AuthorizationCode withThaw(Sighting seen) {
        var known = frozen;
        return known != null
                        && known.value()
                        && seen.status() == Sighting.Status.ALIVE
                        && !seen.at().isBefore(known.asOf().plus(FREEZE_SETTLES_WITHIN))
                ? withFrozen(new Told<>(false, known.asOf()))
                : this;
    }

    /** Nothing is asked or reported any more. */
    AuthorizationCode withRelease(Instant at) {
        return new AuthorizationCode(
                code, generation + 1, frozen, at, expiry, bought, activation, sighting, null, Usage.NONE, memory);
    }

    AuthorizationCode withExpiry(@Nullable Told<Instant> next) {
        return new AuthorizationCode(
                code, generation + 1, frozen, releasedAt, next, bought, activation, sighting, queryAt, usage, memory);
    }

    AuthorizationCode withBought(Bought newer) {
        return new AuthorizationCode(
                code,
                generation,
                frozen,
                releasedAt,
                expiry,
                bought.with(newer),
                activation,
                sighting,
                queryAt,
                usage,
                memory);
    }

    AuthorizationCode withActivation(Activation next) {
        return new AuthorizationCode(
                code, generation + 1, frozen, releasedAt, expiry, bought, next, sighting, queryAt, usage, memory);
    }

    AuthorizationCode withSighting(Sighting next) {
        return new AuthorizationCode(
                code, generation, frozen, releasedAt, expiry, bought, activation, next, null, usage, memory);
    }

    AuthorizationCode withQueryAt(Instant due) {
        return new AuthorizationCode(
                code, generation + 1, frozen, releasedAt, expiry, bought, activation, sighting, due, usage, memory);
    }

    AuthorizationCode withUsage(Usage next) {
        return new AuthorizationCode(
                code, generation + 1, frozen, releasedAt, expiry, bought, activation, sighting, queryAt, next, memory);
    }

    AuthorizationCode remembering(String factId) {
        var newest = Stream.concat(Stream.of(factId), memory.stream())
                .limit(REMEMBERED)
                .toList();
        return new AuthorizationCode(
                code, generation, frozen, releasedAt, expiry, bought, activation, sighting, queryAt, usage, newest);
    }

    /** Without the code and its users: this may end up in logs. */
    @Override
    public String toString() {
        return "AuthorizationCode[generation=%d, frozen=%s, releasedAt=%s, stage=%s, sighting=%s]"
                .formatted(generation, frozen, releasedAt, activation.stage(), sighting);
    }
}

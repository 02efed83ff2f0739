package io.koobridge.gateway.address;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which keys verified calls since this process started: what an operator looks at before taking an old key away. In this process alone; another
 * pod has seen other calls.
 */
public final class KeyUses {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);
    private static final Duration ENDS_SOON = Duration.ofDays(14);

    /** In use is what verified a call within this time: a trial with a new key is no change-over. Warnings come as often. */
    private static final Duration IN_USE = Duration.ofDays(1);

    private final Clock clock;
    private final Instant since;
    private final List<Listed> listed;
    private final Map<Place, Count> counts = new ConcurrentHashMap<>();
    private final Map<Place, Instant> warned = new ConcurrentHashMap<>();

    public KeyUses(Collection<ProductionAddress> addresses, Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
        this.listed = addresses.stream().flatMap(KeyUses::listed).toList();
        addresses.stream().flatMap(KeyUses::verifying).forEach(this::warnOfEnded);
    }

    /**
     * What is known since the process started.
     *
     * @param keys every configured one, in the configured order
     */
    public record Report(Instant since, List<Use> keys) {}

    /**
     * One key in one list of one address; never its secret.
     *
     * @param type {@code base}, {@code v1}, {@code kit}, {@code general} or {@code license-code}
     * @param notAfter absent when it has no end
     * @param verified how many calls of the address
     * @param lastVerifiedAt absent when there was none
     */
    public record Use(
            String address,
            String type,
            String id,
            @Nullable Instant notAfter,
            long verified,
            @Nullable Instant lastVerifiedAt) {}

    private record KeyList(String address, String type, KeyRing keys) {}

    private record Listed(KeyList list, AccessKey key) {

        Place place() {
            return new Place(list.address(), key.id());
        }
    }

    private record Place(String address, String keyId) {}

    private record Count(long calls, Instant last) {

        Count and(Count other) {
            return new Count(calls + other.calls, other.last.isAfter(last) ? other.last : last);
        }
    }

    /** A call was verified by one of the address's keys. */
    public void verified(ProductionAddress address, AccessKey key) {
        var now = clock.instant();
        var place = new Place(address.path(), key.id());
        counts.merge(place, new Count(1, now), Count::and);
        if (!key.isActive(now.plus(ENDS_SOON)) && isAlone(place, now) && isToBeWarnedOf(place, now)) {
            LOG.atWarn()
                    .addKeyValue("address", address.path())
                    .addKeyValue("keyId", key.id())
                    .addKeyValue("notAfter", key.notAfter())
                    .log("A key that ends soon is the only one in use: bind its successor in the console");
        }
    }

    public Report report() {
        return new Report(since, listed.stream().map(this::use).toList());
    }

    private Use use(Listed one) {
        @Nullable Count count = counts.get(one.place());
        return new Use(
                one.list().address(),
                one.list().type(),
                one.key().id(),
                one.key().notAfter(),
                count == null ? 0 : count.calls(),
                count == null ? null : count.last());
    }

    /** No other key of a list that it is in is in use. */
    private boolean isAlone(Place place, Instant now) {
        var lists = listed.stream()
                .filter(one -> one.place().equals(place))
                .map(Listed::list)
                .toList();
        return listed.stream()
                .filter(one -> lists.contains(one.list()) && !one.place().equals(place))
                .noneMatch(other -> isInUse(counts.get(other.place()), now));
    }

    private static boolean isInUse(@Nullable Count count, Instant now) {
        return count != null && count.last().isAfter(now.minus(IN_USE));
    }

    /** True for one caller at a time, and not again for a day. */
    private boolean isToBeWarnedOf(Place place, Instant now) {
        @Nullable Instant last = warned.putIfAbsent(place, now);
        return last == null || (!now.isBefore(last.plus(IN_USE)) && warned.replace(place, last, now));
    }

    private void warnOfEnded(KeyList list) {
        if (list.keys().active(since).isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("address", list.address())
                    .addKeyValue("type", list.type())
                    .log("All keys of a list have ended, so none of its calls can be verified");
        }
    }

    private static Stream<Listed> listed(ProductionAddress address) {
        return verifying(address).flatMap(list -> list.keys().keys().stream().map(key -> new Listed(list, key)));
    }

    /** Those that some dialect verifies with: a key that nothing can verify with is not unused, and nobody should take it away for that. */
    private static Stream<KeyList> verifying(ProductionAddress address) {
        return switch (address.kind()) {
            case SAAS, LICENSE -> selling(address);
            case LICENSE_CODE -> Stream.of(list(address, KeyType.LICENSE_CODE));
            case ORDERS -> Stream.of(list(address, KeyType.GENERAL));
        };
    }

    private static Stream<KeyList> selling(ProductionAddress address) {
        var base = list(address, KeyType.BASE);
        var v1 = list(address, KeyType.V1);
        var kit = address.keys().has(KeyType.KIT) ? Stream.of(list(address, KeyType.KIT)) : Stream.<KeyList>of();
        return Stream.concat(v1.keys().equals(base.keys()) ? Stream.of(base) : Stream.of(base, v1), kit);
    }

    private static KeyList list(ProductionAddress address, KeyType type) {
        return new KeyList(address.path(), type.label(), address.keys().of(type));
    }
}

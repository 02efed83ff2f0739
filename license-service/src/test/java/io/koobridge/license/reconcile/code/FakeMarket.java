package io.koobridge.license.reconcile.code;

import io.koobridge.license.domain.code.Bought;
import io.koobridge.license.domain.code.CodeMarket;
import io.koobridge.license.domain.code.Sighting;
import io.koobridge.license.domain.code.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A marketplace in memory. */
final class FakeMarket implements CodeMarket {

    static final Bought BOUGHT = new Bought("OFFI1", 5L, "CS1");

    final Map<String, String> codes = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    final List<Usage.Entry> used = new ArrayList<>();
    private final Clock clock;

    /** Nobody is there. */
    boolean away;

    /** Does what it is asked, and nobody hears of it. */
    boolean losesAnswers;

    /** Says so to everything. */
    @Nullable String refuses;

    /** Says so to queries. */
    @Nullable String refusesQueries;

    /** Nobody is there for queries. */
    boolean queriesAway;

    /** Expired beyond its grace: the query says so, and nothing else minds. */
    boolean frozen;

    /** Clients of which its form check says that they are none. */
    final Set<String> malformed = new HashSet<>();

    /** Happens once, while it is asked. */
    @Nullable Runnable meanwhile;

    /** Entries that do not pass its check. */
    int failing;

    FakeMarket(Clock clock) {
        this.clock = clock;
    }

    void sells(String code) {
        codes.put(code, "NEW");
    }

    @Override
    public Reply<Activated> activate(Named code, @Nullable Instant effectiveAt) {
        calls.add("activate");
        return answer(() -> activated(code), new Activated(BOUGHT, end()));
    }

    @Override
    public Reply<Activated> activate(List<Named> named, @Nullable Instant effectiveAt) {
        calls.add("activate " + named.size());
        return answer(
                () -> {
                    for (var each : named) {
                        if (!"NEW".equals(codes.get(each.code()))) {
                            return "92020020";
                        }
                    }
                    named.forEach(each -> codes.put(each.code(), "ALIVE"));
                    return null;
                },
                new Activated(Bought.UNTOLD, null));
    }

    private @Nullable String activated(Named code) {
        return switch (codes.get(code.code())) {
            case "NEW" -> {
                codes.put(code.code(), "ALIVE");
                yield null;
            }
            case "HIDDEN" -> "92020004";
            case null -> "92020005";
            default -> "92020003";
        };
    }

    @Override
    public Reply<Looked> look(Named code) {
        calls.add("look");
        if (queriesAway) {
            return new Reply.NotNow<>("no route", false);
        }
        var no = refusesQueries;
        if (no != null) {
            return new Reply.Refused<>(no, "the marketplace answered " + no);
        }
        var status = codes.get(code.code());
        return answer(
                () -> status == null ? "92020005" : status.equals("NEW") || status.equals("HIDDEN") ? "92020011" : null,
                status == null || status.equals("NEW") || status.equals("HIDDEN")
                        ? new Looked(new Sighting(clock.instant(), Sighting.Status.UNKNOWN, null), null, Bought.UNTOLD)
                        : new Looked(
                                new Sighting(
                                        clock.instant(),
                                        frozen ? Sighting.Status.EXPIRED : Sighting.Status.valueOf(status),
                                        null),
                                end(),
                                Bought.UNTOLD));
    }

    @Override
    public Reply<Reported> report(Named code, List<Usage.Entry> entries) {
        calls.add("report " + entries.size());
        return answer(
                () -> {
                    if (!"ALIVE".equals(codes.get(code.code()))) {
                        return "92020011";
                    }
                    if (entries.stream().anyMatch(entry -> malformed.contains(entry.clientId()))) {
                        return "95000001";
                    }
                    used.addAll(entries);
                    return null;
                },
                new Reported(failing));
    }

    /** What is done, or the number of its refusal. */
    private interface Deed {
        @Nullable String done();
    }

    private <T> Reply<T> answer(Deed deed, T value) {
        if (away) {
            return new Reply.NotNow<>("no route", false);
        }
        var refusal = refuses == null ? deed.done() : refuses;
        var happens = meanwhile;
        meanwhile = null;
        if (happens != null) {
            happens.run();
        }
        if (losesAnswers) {
            return new Reply.NotNow<>("did not answer in time", true);
        }
        return refusal == null
                ? new Reply.Said<>(value)
                : new Reply.Refused<>(refusal, "the marketplace answered " + refusal);
    }

    private Instant end() {
        return clock.instant().plus(Duration.ofDays(300));
    }
}

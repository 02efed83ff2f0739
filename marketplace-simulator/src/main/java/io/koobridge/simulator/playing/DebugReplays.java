package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Channel;
import io.koobridge.simulator.calling.OneOff;
import io.koobridge.simulator.calling.Timing;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.market.MarketTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends the saved debug cases, on demand or twice a marketplace day, and counts failed days. */
public final class DebugReplays {
    private static final int KEPT = 20;
    private static final List<LocalTime> TIMES = List.of(LocalTime.of(9, 0), LocalTime.of(15, 0));

    private final OneOff calls;
    private final Timing timing;
    private final Set<Channel> usual;
    private final Deque<Replay> newest = new ArrayDeque<>();
    private FailedDays days = FailedDays.NONE;
    // Turning the schedule off and on again makes the chain before it an old one.
    private int schedule;
    private boolean scheduled;

    /** @param usual whose cases are replayed when nothing is said */
    public DebugReplays(OneOff calls, Timing timing, Set<Channel> usual) {
        this.calls = calls;
        this.timing = timing;
        this.usual = usual;
    }

    public record CaseResult(
            String name,
            String activity,
            @Nullable String resultCode,
            boolean passed,
            @Nullable String reason,
            long millis) {}

    /**
     * One replay of every case.
     *
     * @param day at home, in marketplace time
     */
    public record Replay(
            Instant at,
            String day,
            long passed,
            long failed,
            List<CaseResult> cases,
            int failedDaysInARow,
            boolean frozenForTrading) {}

    public record State(boolean scheduled, int failedDaysInARow, boolean frozenForTrading, List<Replay> replays) {}

    /** Blocks until every case was answered. */
    public Replay replay() {
        return replay(usual);
    }

    /** Only those of these kinds. */
    public Replay replay(Set<Channel> kinds) {
        Instant now = timing.business().now();
        List<CaseResult> results = new ArrayList<>();
        kinds.forEach(calls::require);
        for (Channel kind : kinds) {
            for (DebugCases.Case saved : DebugCases.of(kind)) {
                results.add(result(saved, calls.debug(saved.channel(), saved.members())));
            }
        }
        return entered(now, results);
    }

    private synchronized Replay entered(Instant at, List<CaseResult> results) {
        long passed = results.stream().filter(CaseResult::passed).count();
        LocalDate day = MarketTime.day(at);
        days = days.replayed(day, passed == results.size());
        Replay replay = new Replay(
                at,
                day.toString(),
                passed,
                results.size() - passed,
                List.copyOf(results),
                days.inARow(),
                days.frozen());
        newest.addFirst(replay);
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
        return replay;
    }

    /** While debugging only 000000 counts (saas-v2 §8). */
    private static CaseResult result(DebugCases.Case saved, Attempt attempt) {
        String code = attempt.heard().resultCode();
        boolean passed = attempt.acknowledged() && "000000".equals(code);
        String reason =
                passed || attempt.heard().reason() != null ? attempt.heard().reason() : "resultCode is " + code;
        return new CaseResult(
                saved.name(),
                saved.activity(),
                code,
                passed,
                reason,
                attempt.heard().times().millis());
    }

    public synchronized State state() {
        return new State(scheduled, days.inARow(), days.frozen(), List.copyOf(newest));
    }

    public synchronized State schedule(boolean on) {
        if (on != scheduled) {
            scheduled = on;
            int mine = ++schedule;
            if (on) {
                wakeFor(mine);
            }
        }
        return state();
    }

    private void wakeFor(int mine) {
        Instant next = nextTime(timing.business().now());
        timing.timetable().after(timing.business().realTimeUntil(next), () -> {
            if (isCurrent(mine)) {
                replay();
                wakeFor(mine);
            }
        });
    }

    private synchronized boolean isCurrent(int mine) {
        return scheduled && schedule == mine;
    }

    static Instant nextTime(Instant now) {
        LocalDate today = MarketTime.day(now);
        return Stream.of(today, today.plusDays(1))
                .flatMap(day -> TIMES.stream().map(time -> day.atTime(time).toInstant(MarketTime.HOME)))
                .filter(time -> time.isAfter(now))
                .findFirst()
                .orElseThrow();
    }
}

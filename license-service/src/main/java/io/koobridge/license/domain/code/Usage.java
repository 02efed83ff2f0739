package io.koobridge.license.domain.code;

import io.koobridge.events.license.CodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who used a code, until the marketplace knows (license §5.5). Its report has no date: what is sent on a day counts for that day, so a client
 * that waits is not added once more, and a client that was sent is not sent again on the same day.
 *
 * @param waiting what was not reported yet, oldest first
 * @param since when the oldest of them was told; absent when nothing waits
 * @param notBefore when they are reported
 * @param day that {@code sent} is about
 * @param sent digests of the clients that were reported on that day
 * @param sentCount the highest number of active clients that was reported on that day
 * @param refusal why the marketplace will not take them; somebody has to look
 * @param trial while it is found out which of them the marketplace does not take
 */
public record Usage(
        List<Entry> waiting,
        @Nullable Instant since,
        @Nullable Instant notBefore,
        @Nullable LocalDate day,
        List<String> sent,
        @Nullable Long sentCount,
        @Nullable String refusal,
        @Nullable Trial trial) {

    /** So many clients of one code wait or were sent on one day; one more is refused. */
    public static final int CLIENTS_AT_MOST = 1_000;

    /** Days whose numbers of clients wait while the marketplace is away; then the oldest goes. */
    private static final int COUNTS_AT_MOST = 31;

    private static final int DIGEST = 24;

    static final Usage NONE = new Usage(List.of(), null, null, null, List.of(), null, null, null);

    public Usage {
        waiting = List.copyOf(waiting);
        sent = List.copyOf(sent);
    }

    /**
     * One line of a report: exactly one of client and number.
     *
     * @param clientId whatever tells the clients of the software apart; 1 to 256 characters
     * @param activeCount clients of the day all together; 0 to 999,999,999
     * @param day when it was told
     */
    public record Entry(@Nullable String clientId, @Nullable Long activeCount, LocalDate day) {

        public static final int LONGEST_ID = 256;
        public static final long HIGHEST_COUNT = 999_999_999;

        public static Entry client(String id, Instant now) {
            return new Entry(id, null, Days.of(now));
        }

        public static Entry count(long clients, Instant now) {
            return new Entry(null, clients, Days.of(now));
        }

        /** What the newer of both says for both: a client that waits since yesterday is told of today, and a number of its own day. */
        private boolean sameKind(Entry other) {
            return clientId == null ? other.clientId == null && day.equals(other.day) : clientId.equals(other.clientId);
        }
    }

    boolean full(Entry entry) {
        return entry.clientId() != null
                && !knows(entry)
                && waiting.stream()
                                        .filter(each -> each.clientId() != null && !each.sameKind(entry))
                                        .count()
                                + (entry.day().equals(day) ? sent.size() : 0)
                        >= CLIENTS_AT_MOST;
    }

    /** Whether the marketplace knows it or will be told anyway. */
    boolean knows(Entry entry) {
        var count = entry.activeCount();
        return count == null
                ? waiting.contains(entry) || (entry.day().equals(day) && sent.contains(digest(entry)))
                : waiting.stream()
                                .filter(entry::sameKind)
                                .map(Entry::activeCount)
                                .anyMatch(known -> known != null && known >= count)
                        || (entry.day().equals(day) && sentCount != null && sentCount >= count);
    }

    /** With what was not known; a refusal of another day is tried once more, and what is new beside entries that were refused is tried alone. */
    Usage with(Entry entry, Instant now, Instant due) {
        var all = new ArrayList<>(waiting);
        all.removeIf(entry::sameKind);
        if (entry.activeCount() != null) {
            var counts = all.stream().filter(each -> each.activeCount() != null).toList();
            if (counts.size() >= COUNTS_AT_MOST) {
                all.remove(counts.getFirst());
            }
        }
        all.add(entry);
        boolean first = waiting.isEmpty();
        boolean later = waiting.stream().allMatch(each -> each.day().isBefore(entry.day()));
        boolean tried = later || (trial != null && trial.hopeful());
        boolean anew = refusal != null && tried;
        return new Usage(
                all,
                since == null ? now : since,
                first || anew || notBefore == null ? due : notBefore,
                day,
                sent,
                sentCount,
                tried ? null : refusal,
                later ? null : trial);
    }

    /** Whether it is reported now. */
    public boolean due(Instant now) {
        return !batch().isEmpty() && refusal == null && (notBefore == null || !notBefore.isAfter(now));
    }

    /** What is reported next, with one call. */
    public List<Entry> batch() {
        var known = trial;
        return known == null
                ? waiting.stream().limit(Trial.MOST).toList()
                : waiting.stream()
                        .filter(each -> !known.refused().contains(each))
                        .limit(known.most())
                        .toList();
    }

    /** Those that were refused alone, while the marketplace takes others: it will never take them. */
    public List<Entry> hopeless() {
        return trial == null ? List.of() : trial.refused();
    }

    /**
     * The marketplace took these.
     *
     * @param next when those are reported that are left
     */
    Usage reported(List<Entry> taken, Instant now, Instant next) {
        var today = Days.of(now);
        boolean sameDay = today.equals(day);
        // Of another day's client nobody knows on which side of midnight it arrived: told twice is better than not at
        // all.
        var digests = Stream.concat(
                        sameDay ? sent.stream() : Stream.of(),
                        taken.stream()
                                .filter(each ->
                                        each.clientId() != null && each.day().equals(today))
                                .map(Usage::digest))
                .distinct()
                .toList();
        var hopeless = hopeless();
        var left = waiting.stream()
                .filter(each -> !taken.contains(each) && !hopeless.contains(each))
                .toList();
        return new Usage(
                left,
                left.isEmpty() ? null : since,
                left.isEmpty() ? null : next,
                today,
                digests,
                highest(sameDay ? sentCount : null, taken, today),
                null,
                left.isEmpty() || trial == null ? null : trial.taken());
    }

    /** The marketplace refused these for what is in them. */
    Usage refused(List<Entry> entries, String why) {
        if (entries.size() > 1) {
            var narrower = (trial == null ? Trial.BEGIN : trial).narrowed(entries.size());
            return new Usage(waiting, since, null, day, sent, sentCount, null, narrower);
        }
        var next = (trial == null ? Trial.BEGIN : trial).alone(entries.getFirst());
        if (next.proven()) {
            return without(entries.getFirst(), next);
        }
        var tried = new Usage(waiting, since, null, day, sent, sentCount, null, next);
        return !next.hopeful() || tried.batch().isEmpty()
                ? new Usage(waiting, since, notBefore, day, sent, sentCount, why, next)
                : tried;
    }

    private Usage without(Entry entry, Trial next) {
        var left = waiting.stream().filter(each -> !each.equals(entry)).toList();
        return left.isEmpty()
                ? new Usage(left, null, null, day, sent, sentCount, null, null)
                : new Usage(left, since, null, day, sent, sentCount, null, next.givenUp());
    }

    /** Whether this entry, refused alone, is one that the marketplace will never take. */
    public boolean dropsAlone() {
        return trial != null && trial.proven();
    }

    /** Only what was counted on this day says that a later number of it is no news. */
    private static @Nullable Long highest(@Nullable Long before, List<Entry> taken, LocalDate today) {
        return Stream.concat(
                        Stream.ofNullable(before),
                        taken.stream()
                                .filter(each -> each.day().equals(today))
                                .map(Entry::activeCount)
                                .filter(count -> count != null))
                .max(Long::compare)
                .orElse(null);
    }

    /** Whatever they are: it refuses the code. */
    Usage refused(String why) {
        return new Usage(waiting, since, notBefore, day, sent, sentCount, why, null);
    }

    Usage later(Instant next) {
        return new Usage(waiting, since, next, day, sent, sentCount, refusal, trial);
    }

    Usage again() {
        return new Usage(waiting, since, null, day, sent, sentCount, null, null);
    }

    private static String digest(Entry entry) {
        return CodeId.digest(String.valueOf(entry.clientId()), DIGEST);
    }
}

package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.life.NotNow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One enterprise: its own truth, and what it has told the seller. One operation at a time; safe for threads. */
public final class Enterprise {
    private static final int OPERATIONS_KEPT = 20;
    private static final int MOST_HELD = 1_000;
    private static final int MOST_HELD_ROWS = 50_000;

    private final Profile profile;
    private final KitSettings.Keys keys;
    private final long seed;
    private final Truth truth;
    private final Deque<Operation> operations = new ArrayDeque<>();
    private final List<Message> held = new ArrayList<>();
    private List<Planned> unsent = List.of();
    private @Nullable Boolean unsentBinds;
    private boolean bound;
    private boolean busy;
    private int count;
    private long lastMillis;

    Enterprise(Profile profile, KitSettings.Keys keys, long seed, Truth truth) {
        this.profile = profile;
        this.keys = keys;
        this.seed = seed;
        this.truth = truth;
    }

    /** What is to be sent, and what follows if all goes well. */
    record Work(
            Operation operation,
            List<Planned> calls,
            @Nullable Boolean binds) {}

    public Profile profile() {
        return profile;
    }

    KitSettings.Keys keys() {
        return keys;
    }

    public synchronized boolean isBound() {
        return bound;
    }

    /** Rows that it may take in memory. */
    synchronized int size() {
        return truth.roster().size() + truth.departments().size();
    }

    synchronized Work begin(String name, Deed deed, Instant now) {
        requireIdle();
        List<Planned> calls = deed.done(truth);
        return begin(name, calls, deed.binds(), now);
    }

    /** Keeps the calls as they would be now. */
    synchronized Operation hold(String name, Deed deed, Instant now) {
        requireIdle();
        List<Message> messages =
                deed.done(truth).stream().map(each -> each.message().get()).toList();
        if (held.size() + messages.size() > MOST_HELD || rows(held) + rows(messages) > MOST_HELD_ROWS) {
            throw new NotNow("at most " + MOST_HELD + " calls with " + MOST_HELD_ROWS + " rows can be held");
        }
        held.addAll(messages);
        if (deed.binds() != null) {
            bound = deed.binds();
        }
        Operation operation =
                Operation.begun(++count, name, now, messages.size()).ended(Operation.State.HELD, now);
        remember(operation);
        return operation;
    }

    private static int rows(List<Message> messages) {
        return messages.stream().mapToInt(Message::rows).sum();
    }

    /**
     * Sends what is held; each body is as much older than the next one, and the first than what was told before. So the last may lie
     * ahead of the clock.
     *
     * @param shuffle null: in their order
     */
    synchronized Work deliverHeld(@Nullable Long shuffle, int secondsBetween, Instant now) {
        requireIdle();
        if (held.isEmpty()) {
            throw new NotNow("nothing is held");
        }
        List<Planned> calls = new ArrayList<>();
        long apart = secondsBetween * 1000L;
        // Never earlier than what was told before: the seller would rightly ignore it.
        long at = Math.max(lastMillis + Math.max(apart, 1), now.toEpochMilli() - apart * (held.size() - 1));
        for (Message message : held) {
            calls.add(new Planned(() -> message, Instant.ofEpochMilli(at)));
            lastMillis = at;
            at += Math.max(apart, 1);
        }
        held.clear();
        if (shuffle != null) {
            mix(calls, new SplittableRandom(shuffle));
        }
        return begin("deliver", calls, null, now);
    }

    private static void mix(List<Planned> calls, SplittableRandom random) {
        for (int i = calls.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Planned moved = calls.get(i);
            calls.set(i, calls.get(other));
            calls.set(other, moved);
        }
    }

    /** The calls that an operation could not deliver. */
    synchronized Work retry(Instant now) {
        requireIdle();
        if (unsent.isEmpty()) {
            throw new NotNow("no call has failed");
        }
        return begin("retry", unsent, unsentBinds, now);
    }

    private Work begin(String name, List<Planned> calls, @Nullable Boolean binds, Instant now) {
        busy = true;
        Operation operation = Operation.begun(++count, name, now, calls.size());
        remember(operation);
        return new Work(operation, calls, binds);
    }

    /** @param failed calls that were not acknowledged, and those after them */
    synchronized void end(Operation operation, List<Planned> failed, @Nullable Boolean binds) {
        busy = false;
        remember(operation);
        if (operation.state() == Operation.State.DONE) {
            unsent = List.of();
            bound = binds == null ? bound : binds;
        } else {
            unsent = List.copyOf(failed);
            unsentBinds = binds;
        }
    }

    synchronized void remember(Operation operation) {
        operations.removeIf(each -> each.number() == operation.number());
        operations.addFirst(operation);
        if (operations.size() > OPERATIONS_KEPT) {
            operations.removeLast();
        }
    }

    /** Later than every one before, and not before {@code at}. */
    synchronized Instant stamp(Instant at) {
        lastMillis = Math.max(lastMillis + 1, at.toEpochMilli());
        return Instant.ofEpochMilli(lastMillis);
    }

    private void requireIdle() {
        if (busy) {
            throw new NotNow("another operation of this enterprise is under way");
        }
    }

    /** The newest first. */
    public synchronized List<Operation> operations() {
        return List.copyOf(operations);
    }

    public synchronized Operation operation(int number) {
        return operations.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
    }

    public synchronized List<Department> departments() {
        return truth.departments().list();
    }

    /** How many of each. */
    public record Sums(int departments, int users, int left, int authorized, int held) {}

    public synchronized Sums sums() {
        Roster roster = truth.roster();
        int left = roster.left();
        return new Sums(truth.departments().size(), roster.size() - left, left, roster.authorized(), held.size());
    }

    /** Somebody, and what else is true of him. */
    public record Known(Member member, boolean authorized, String password, String account) {}

    /**
     * Some of its people, in the order of their numbers.
     *
     * @param authorized null: whether or not
     */
    public synchronized List<Known> users(@Nullable Boolean authorized, int offset, int limit) {
        Roster roster = truth.roster();
        IntPredicate wanted = number ->
                authorized == null ? !roster.standing(number).left() : roster.isAuthorized(number) == authorized;
        IntStream numbers = roster.numbers(wanted).skip(offset).limit(limit);
        return numbers.mapToObj(number -> known(roster.member(number))).toList();
    }

    /** Whoever works there. */
    public synchronized Optional<Known> user(String userName) {
        return truth.roster()
                .find(userName)
                .filter(member -> !member.standing().left())
                .map(this::known);
    }

    public synchronized Optional<String> departmentName(String orgCode) {
        return departments().stream()
                .filter(each -> each.orgCode().equals(orgCode))
                .map(Department::orgName)
                .findFirst();
    }

    private Known known(Member member) {
        String userName = member.person().userName();
        return new Known(
                member,
                truth.roster().isAuthorized(member.number()),
                Passwords.of(seed, profile.tenantId(), userName),
                userName + "@" + profile.tenantCode());
    }

    @Override
    public String toString() {
        return profile.toString();
    }
}

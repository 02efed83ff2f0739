package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.enterprise.Member.Standing;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The people of one enterprise and who of them may use the application. Only what has changed is kept. Its owner takes care of threads. */
final class Roster {
    static final int MOST = 200_000;

    private final People people;
    private final int size;
    private final Map<Integer, Standing> changed = new HashMap<>();
    private final BitSet authorized = new BitSet();

    Roster(People people, int size) {
        this.people = people;
        this.size = size;
    }

    int size() {
        return size;
    }

    Member member(int number) {
        return new Member(number, people.person(number), standing(number));
    }

    Standing standing(int number) {
        Standing now = changed.get(number);
        return now == null ? people.standing(number) : now;
    }

    boolean isAuthorized(int number) {
        return authorized.get(number);
    }

    int left() {
        return (int) changed.values().stream().filter(Standing::left).count();
    }

    int authorized() {
        return authorized.cardinality();
    }

    void authorize(int[] numbers, boolean may) {
        for (int number : numbers) {
            authorized.set(number, may);
        }
    }

    void change(int[] numbers, UnaryOperator<Standing> change) {
        for (int number : numbers) {
            changed.put(number, change.apply(standing(number)));
        }
    }

    /** His number is the end of his name. */
    Optional<Member> find(String userName) {
        String digits = userName.substring(userName.lastIndexOf('.') + 1);
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number < size
                ? Optional.of(member(number))
                        .filter(member -> member.person().userName().equals(userName))
                : Optional.empty();
    }

    Member known(String userName) {
        return find(userName).orElseThrow(() -> new NoSuchElementException("no user " + userName));
    }

    IntStream numbers(IntPredicate wanted) {
        return IntStream.range(0, size).filter(wanted);
    }
}

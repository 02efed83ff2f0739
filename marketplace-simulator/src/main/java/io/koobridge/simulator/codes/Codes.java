package io.koobridge.simulator.codes;

import io.koobridge.simulator.calling.Timing;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.HandOutCode;
import io.koobridge.simulator.life.Sale;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The codes of all purchases in the book. A code is known as long as its purchase is. */
public final class Codes {
    private final Book book;
    private final int kept;
    private final Timing timing;
    private final LinkedHashMap<String, Code> touched = new LinkedHashMap<>();

    /** @param kept at least as many as the book holds purchases */
    public Codes(Book book, int kept, Timing timing) {
        this.book = book;
        this.kept = kept;
        this.timing = timing;
    }

    /** A code with its purchase, and how it stands just now. */
    public record Known(Code code, Sale sale, CodeStatus status, Instant now) {}

    public synchronized Optional<Known> find(String code) {
        return book.findByInstance(code)
                .filter(sale -> sale.trail().first().step() instanceof HandOutCode)
                .map(sale -> known(code, sale));
    }

    public Known known(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("no code " + code));
    }

    public synchronized List<Known> listed(Predicate<Known> wanted, int limit) {
        return book.page(sale -> sale.trail().first().step() instanceof HandOutCode, 0, Integer.MAX_VALUE).stream()
                .map(sale -> known(String.valueOf(sale.instanceIdOrNull()), sale))
                .filter(wanted)
                .limit(limit)
                .toList();
    }

    /** The buyer has it now. */
    public Known collect(String code) {
        return change(code, Code::taken);
    }

    synchronized Known change(String code, UnaryOperator<Code> change) {
        Known before = known(code);
        touched.putLast(code, change.apply(before.code()));
        while (touched.size() > kept) {
            touched.pollFirstEntry();
        }
        return known(code, before.sale());
    }

    /** What {@code work} reads and changes is not changed by anybody else meanwhile. */
    synchronized <T> T alone(Function<Codes, T> work) {
        return work.apply(this);
    }

    /** When the order was placed by a clock that is not compressed, as the seller's is. */
    Instant orderedInRealTime(Sale sale) {
        return timing.real()
                .instant()
                .minus(timing.business().realTimeSince(sale.order().createdAt()));
    }

    private Known known(String code, Sale sale) {
        Code found = touched.get(code);
        Code known = found == null
                ? Code.of(code, sale.order().orderId(), sale.listing().license().collected())
                : found;
        Instant at = timing.business().now();
        return new Known(known, sale, CodeStatus.of(sale, known.activated(), at), at);
    }
}

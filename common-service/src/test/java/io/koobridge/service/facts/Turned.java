package io.koobridge.service.facts;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.service.ledger.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the smallest domain: somebody turned a dial. What becomes of it depends on the number alone.
 *
 * @param to a dial has no negative numbers; they stand for facts that meet a special fate
 */
public record Turned(int to) {

    public static final int REFUSED = -1;
    public static final int UNDECIDABLE = -2;
    public static final int STALE = -3;

    public static final EventFamily<Turned> FAMILY = new EventFamily<>("fact.dial", 1, Map.of("turned", Turned.class));

    public static final FactRules<Turned, Dial> RULES = Turned::decide;

    /** Where the dial stood, one after another. */
    public record Dial(List<Integer> history) {}

    public static Outcome<Dial> decide(@Nullable Dial current, Event<? extends Turned> event) {
        var history = current == null ? List.<Integer>of() : current.history();
        return switch (event.data().to()) {
            case REFUSED -> new Outcome.Refused<>(Reason.RELEASED);
            case STALE -> new Outcome.Stale<>("the dial was turned since");
            case UNDECIDABLE -> throw new IllegalStateException("no idea what to do");
            default -> turn(history, event.data().to());
        };
    }

    private static Outcome<Dial> turn(List<Integer> history, int to) {
        return history.contains(to)
                ? new Outcome.Unchanged<>()
                : new Outcome.Applied<>(
                        new Dial(Stream.concat(history.stream(), Stream.of(to)).toList()));
    }

    public static final Shape<Dial> SHAPE = new Shape<>() {
        @Override
        public Class<Dial> type() {
            return Dial.class;
        }

        @Override
        public long generation(Dial dial) {
            return dial.history().size();
        }

        @Override
        public String phase(Dial dial) {
            return "TURNED";
        }

        @Override
        public Duration patience(Dial dial) {
            return Duration.ofMinutes(15);
        }
    };
}

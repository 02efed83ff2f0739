package io.koobridge.simulator.applying;

import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.calling.OneOff;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Fits;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.Violation;
import io.koobridge.simulator.life.Violations;
import io.koobridge.simulator.market.Generation;
import io.koobridge.simulator.market.OrderType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes applications to the seller. Nothing is repeated unless somebody asks for it (license §2.4). */
public final class Applying {
    private final Book book;
    private final Applications applications;
    private final OneOff calls;
    private final Surroundings around;

    /** Its clocks, and where broken promises are noted. */
    public record Surroundings(Till till, Violations violations) {}

    public Applying(Book book, Applications applications, OneOff calls, Surroundings around) {
        this.book = book;
        this.applications = applications;
        this.calls = calls;
        this.around = around;
    }

    /** Entered at once, sent in the background. */
    public Application apply(String orderId, ApplyWish wish, List<Fault> faults) {
        faults.forEach(Fits::requireApplication);
        Sale sale = book.known(orderId);
        String instanceId = sale.instanceIdOrNull();
        if (sale.listing().generation() != Generation.LICENSE || instanceId == null) {
            throw new NotNow("licences are applied for on an online License that was acknowledged");
        }
        String event = wish.event();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("activity", Application.ACTIVITY);
        members.put("instanceId", instanceId);
        members.put("eventId", event);
        members.putAll(wish.members(sale, event, around.till()));
        Application application = Application.of(
                event, orderId, instanceId, Map.copyOf(members), around.till().now());
        applications.add(application);
        around.till().timing().timetable().now(() -> first(event, faults));
        return application;
    }

    /** The same call again, whatever became of it. Blocks until it is answered. */
    public List<Attempt> restart(String eventId) {
        var unused = applications.change(eventId, Application::again);
        return made(eventId, Attempt.Kind.RESTART, null);
    }

    /** Once more for no reason. Blocks until it is answered. */
    public List<Attempt> again(String eventId, @Nullable Fault fault) {
        Fits.requireApplication(fault);
        return made(eventId, Attempt.Kind.DUPLICATE, fault);
    }

    /** The marketplace, or the buyer, wants no licence any more. */
    public Application deny(String eventId) {
        if (applications.known(eventId).course().state() == Application.State.DELIVERED) {
            throw new NotNow("the licence has come already");
        }
        return applications.change(eventId, Application::denied);
    }

    private void first(String eventId, List<Fault> faults) {
        // A call that had to be refused decides nothing: the honest one follows.
        for (Fault fault : faults) {
            var made = made(eventId, Attempt.Kind.SCHEDULED, fault);
            if (made.stream().anyMatch(attempt -> attempt.kind() == Attempt.Kind.SCHEDULED)) {
                return;
            }
        }
        var unused = made(eventId, Attempt.Kind.SCHEDULED, null);
    }

    private List<Attempt> made(String eventId, Attempt.Kind kind, @Nullable Fault fault) {
        Application application = applications.known(eventId);
        About about =
                new About(Application.ACTIVITY, application.orderId(), application.orderId(), application.instanceId());
        List<Attempt> made = calls.apply(about, application.members(), kind, fault);
        List<Attempt> numbered = new ArrayList<>();
        for (Attempt attempt : made) {
            Application after = applications.answered(eventId, attempt);
            numbered.add(attempt.numbered(after.course().attemptCount()));
            noticed(after, attempt);
        }
        return List.copyOf(numbered);
    }

    private void noticed(Application after, Attempt attempt) {
        Attempt.Wrong wrong = attempt.wrong();
        if (wrong != null && wrong.broken()) {
            note(
                    Violation.Kind.FAULT_NOT_ANSWERED_AS_EXPECTED,
                    after,
                    wrong.fault() + " expected " + wrong.expected() + ", got "
                            + attempt.heard().resultCode());
        }
        long places = applications.placesOf(after.orderId());
        if (after.holdsAPlace() && places > bought(after)) {
            note(
                    Violation.Kind.MORE_LICENSES_THAN_BOUGHT,
                    after,
                    places + " licences, " + bought(after) + " bought in all orders");
        }
    }

    private long bought(Application application) {
        return book.find(application.orderId()).map(Applying::bought).orElse(Long.MAX_VALUE);
    }

    /** By all its orders: which of them is in force when a call arrives cannot be known for certain from here. */
    static long bought(Sale sale) {
        return sale.orders()
                .filter(order -> order.type() != OrderType.UNSUBSCRIBE)
                .mapToLong(order -> order.product().quantity())
                .sum();
    }

    private void note(Violation.Kind kind, Application application, String detail) {
        around.violations()
                .add(new Violation(
                        around.till().timing().real().instant(),
                        kind,
                        application.orderId(),
                        application.eventId() + ": " + detail));
    }
}

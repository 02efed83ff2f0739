package io.koobridge.simulator.applying;

import io.koobridge.simulator.applying.Application.State;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.Violation;
import io.koobridge.simulator.life.Violations;
import java.util.Optional;

/** Where licences come in (license §5.1). */
public record Reception(Book book, Applications applications, Till till, Violations violations) {

    public Delivered deliver(String eventId, Received licence) {
        Application application = applications.find(eventId).orElse(null);
        if (application == null) {
            return Delivered.NOT_VALID;
        }
        Optional<Sale> sale = book.find(application.orderId());
        if (application.course().state() == State.DENIED) {
            return Delivered.DENIED;
        }
        if (sale.isEmpty() || sale.get().released()) {
            return Delivered.NOT_USABLE;
        }
        if (application.course().state() == State.REFUSED
                && !application.course().everAccepted()) {
            note(Violation.Kind.UPLOAD_AFTER_REFUSAL, eventId, application.orderId(), "refused before");
            return Delivered.NOT_VALID;
        }
        if (!application.holdsAPlace() && applications.placesOf(application.orderId()) >= Applying.bought(sale.get())) {
            return Delivered.NOTHING_LEFT;
        }
        Received first =
                applications.delivered(eventId, licence, till.now()).course().received();
        if (first != null && !first.sameAs(licence)) {
            note(
                    Violation.Kind.OTHER_LICENSE_FOR_SAME_APPLICATION,
                    eventId,
                    application.orderId(),
                    "first " + first.sha256() + ", then " + licence.sha256());
        }
        return Delivered.RECEIVED;
    }

    /** An upload that is not written as it must be. */
    public void malformed(String eventId, String reason) {
        String orderId = applications.find(eventId).map(Application::orderId).orElse("");
        note(Violation.Kind.UPLOAD_MALFORMED, eventId, orderId, reason);
    }

    private void note(Violation.Kind kind, String eventId, String orderId, String detail) {
        violations.add(new Violation(till.timing().real().instant(), kind, orderId, eventId + ": " + detail));
    }
}

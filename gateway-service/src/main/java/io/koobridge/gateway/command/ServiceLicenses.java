package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.events.inquiry.LicenseReservation.Questions;
import io.koobridge.events.inquiry.LicenseReservation.Reservations;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import io.koobridge.runtime.service.ServiceClients;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** license-service over its internal port, with a client of its own for each question, as {@link ServiceInstances} has. */
public final class ServiceLicenses implements Licenses {

    private static final EventCodec<CodeFact> FACTS = new EventCodec<>(EventFamily.LICENSE_CODE_FACTS);

    static final String RESERVE = "/internal/licenses:reserve";

    private final Together<Question, LicenseReservation> reserving;
    private final ServiceClient awaiting;
    private final ServiceClient admitting;

    /**
     * Asks nothing yet.
     *
     * @param license base URL of its internal port
     */
    public ServiceLicenses(URI license, ServiceClients services) {
        this.reserving = reserving(services.of("license-reserve", license));
        this.awaiting = services.of("license-await", license);
        this.admitting = services.of("license-admit", license);
    }

    /** Hundreds who apply at the same time are a few requests: one for each would cost more than they have time. */
    private static Together<Question, LicenseReservation> reserving(ServiceClient client) {
        return new Together<>(Questions.MOST, (questions, within) -> client.post(
                        RESERVE, new Questions(questions), Reservations.class, within)
                .map(answer -> OrderInquiry.complete(answer.map(Reservations::reservations), questions.size())));
    }

    @Override
    public Mono<Answer<LicenseReservation>> reserve(Question question, Duration within) {
        return reserving.ask(question, within);
    }

    @Override
    public Mono<Answer<PurchasedLicense>> await(PurchasedLicense.Wait question, Duration within) {
        return awaiting.post("/internal/licenses:await", question, PurchasedLicense.class, within);
    }

    @Override
    public Mono<Answer<Admission>> admit(Event<CodeFact> fact, Duration within) {
        return admitting.post("/internal/admissions", FACTS.encodeStructured(fact), Admission.class, within);
    }
}

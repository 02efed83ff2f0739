package io.koobridge.license.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.LicenseIds;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.ledger.ApplicationBook;
import io.koobridge.license.ledger.KnownInstances;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.web.StoreTrouble;
import io.koobridge.service.web.WaitingRoom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What the gateway asks for a purchase that is answered with its licence. */
public final class LicenseRoutes {

    private final KnownInstances instances;
    private final ApplicationBook book;
    private final StoredLicenses licenses;
    private final WaitingRoom waiting = new WaitingRoom();

    public LicenseRoutes(KnownInstances instances, ApplicationBook book, StoredLicenses licenses) {
        this.instances = instances;
        this.book = book;
        this.licenses = licenses;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/licenses:await", this::await)
                .filter(StoreTrouble::told)
                .build());
    }

    private Mono<ServerResponse> await(ServerRequest request) {
        return request.bodyToMono(PurchasedLicense.Wait.class)
                .switchIfEmpty(Mono.error(
                        () -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "the question is missing")))
                .flatMap(this::awaited)
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
    }

    /** Of the order in force: whoever asks after a renewal gets what runs until the new end. */
    private Mono<PurchasedLicense> awaited(PurchasedLicense.Wait question) {
        return instances
                .find(question.instanceId())
                .flatMap(instance ->
                        instance.released() ? afterItsRelease(instance) : awaited(instance.licenceId(), question))
                .switchIfEmpty(Mono.defer(() -> awaited(LicenseIds.ofPurchase(question.instanceId()), question)));
    }

    /** Nothing is to be waited for; also where there never was a licence, as for what was imported and released since. */
    private Mono<PurchasedLicense> afterItsRelease(KnownInstance instance) {
        return book.find(instance.licenceId()).flatMap(this::answer).defaultIfEmpty(new PurchasedLicense(null, true));
    }

    /** The marketplace calls again for what failed, and counts as somebody who has it tried again (design §3.5). */
    private Mono<PurchasedLicense> awaited(String id, PurchasedLicense.Wait question) {
        var first = new AtomicBoolean(true);
        var read = Mono.defer(() -> first.getAndSet(false) ? triedAgain(id) : book.find(id));
        return waiting.awaited(
                        question.instanceId(), new AwaitedLicense(read), Duration.ofMillis(question.waitMillis()))
                .flatMap(this::answer)
                .defaultIfEmpty(new PurchasedLicense(null, false));
    }

    private Mono<Application> triedAgain(String id) {
        return book.find(id)
                .flatMap(found ->
                        AwaitedLicense.refused(found) ? book.retried(id).thenReturn(found) : Mono.just(found));
    }

    private Mono<PurchasedLicense> answer(Application application) {
        return switch (application.phase()) {
            case DELIVERED ->
                licenses.find(application.id())
                        .map(file -> new PurchasedLicense(new String(file.bytes(), UTF_8), false));
            case REFUSED, DENIED, REVOKED -> Mono.just(new PurchasedLicense(null, true));
            case ISSUING, UPLOADING -> Mono.just(new PurchasedLicense(null, false));
        };
    }
}

package io.koobridge.license.reconcile;

import io.koobridge.license.domain.Application;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * One number of the marketplace with two fingerprints is two applications, and two licences of the quota (license §3.5). It is told, for a seller
 * who wonders where his licences went.
 */
public final class OtherDevices {

    private static final Logger log = LoggerFactory.getLogger(OtherDevices.class);
    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final OfEvent licences;

    /** Ids of licences of an instance by the marketplace's number of their application. */
    @FunctionalInterface
    public interface OfEvent {
        Flux<String> find(String instanceId, String eventId);
    }

    public OtherDevices(OfEvent licences) {
        this.licences = licences;
    }

    void note(Application application) {
        var request = application.request();
        if (request.eventId() == null) {
            return;
        }
        licences.find(request.instanceId(), request.eventId())
                .filter(id -> !id.equals(application.id()))
                .next()
                .blockOptional(STORE_ANSWERS_WITHIN)
                .ifPresent(_ -> log.atWarn()
                        .addKeyValue("instanceId", request.instanceId())
                        .addKeyValue("licenseId", application.id())
                        .addKeyValue("eventId", request.eventId())
                        .log("the same application with another fingerprint: it is one more licence"));
    }
}

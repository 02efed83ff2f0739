package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceResolution.Resolutions;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.inquiry.OrderedInstance.Glances;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import io.koobridge.runtime.service.ServiceClients;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Provisioning over its internal port: a client of its own for each question, because each is given another time, and who is too slow for one of
 * them must not open the breaker of the others. A check even waits for the product.
 */
public final class ServiceInstances implements Instances {

    private static final EventCodec<InstanceFact> FACTS = new EventCodec<>(EventFamily.INSTANCE_FACTS);

    private final OrderInquiry<InstanceResolution> resolving;
    private final OrderInquiry<OrderedInstance> glancing;
    private final ServiceClient awaiting;
    private final ServiceClient admitting;
    private final ServiceClient querying;
    private final ServiceClient checking;

    /**
     * Asks nothing yet.
     *
     * @param provisioning base URL of its internal port
     */
    public ServiceInstances(URI provisioning, ServiceClients services) {
        this.resolving = resolving(services.of("provisioning-resolve", provisioning));
        this.glancing = glancing(services.of("provisioning-glance", provisioning));
        this.awaiting = services.of("provisioning-await", provisioning);
        this.admitting = services.of("provisioning-admit", provisioning);
        this.querying = services.of("provisioning-query", provisioning);
        this.checking = services.of("provisioning-check", provisioning);
    }

    private static OrderInquiry<InstanceResolution> resolving(ServiceClient client) {
        return new OrderInquiry<>(
                (questions, within) -> client.post("/internal/instances:resolve", questions, Resolutions.class, within)
                        .map(answer -> answer.map(Resolutions::resolutions)));
    }

    private static OrderInquiry<OrderedInstance> glancing(ServiceClient client) {
        return new OrderInquiry<>(
                (questions, within) -> client.post("/internal/instances:glance", questions, Glances.class, within)
                        .map(answer -> answer.map(Glances::instances)));
    }

    @Override
    public Mono<Answer<InstanceResolution>> resolve(InstanceResolution.Question question, Duration within) {
        return resolving.ask(question, within);
    }

    @Override
    public Mono<Answer<OrderedInstance>> glance(InstanceResolution.Question question, Duration within) {
        return glancing.ask(question, within);
    }

    @Override
    public Mono<Answer<OrderedInstance>> await(OrderedInstance.Wait question, Duration within) {
        return awaiting.post("/internal/instances:await", question, OrderedInstance.class, within);
    }

    @Override
    public Mono<Answer<Admission>> admit(Event<InstanceFact> fact, Duration within) {
        return admitting.post("/internal/admissions", FACTS.encodeStructured(fact), Admission.class, within);
    }

    @Override
    public Mono<Answer<InstanceViews>> query(InstanceViews.Question question, Duration within) {
        return querying.post("/internal/instances:query", question, InstanceViews.class, within);
    }

    @Override
    public Mono<Answer<ChangeCheck>> check(ChangeCheck.Question question, Duration within) {
        return checking.post("/internal/instances:check", question, ChangeCheck.class, within);
    }
}

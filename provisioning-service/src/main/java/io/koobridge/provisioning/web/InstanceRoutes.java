package io.koobridge.provisioning.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceResolution.Question;
import io.koobridge.events.inquiry.InstanceResolution.Questions;
import io.koobridge.events.inquiry.InstanceResolution.Resolutions;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.inquiry.OrderedInstance.Glances;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.outside.SealedAccess;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.UnreadableEntryException;
import io.koobridge.service.web.StoreTrouble;
import io.koobridge.service.web.WaitingRoom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the gateway asks: which instance an order has, and how instances are. */
public final class InstanceRoutes {

    private static final Logger log = LoggerFactory.getLogger(InstanceRoutes.class);
    private static final int IDS_AT_MOST = 100;
    private static final int READS_AT_ONCE = 16;

    private final Ledger<Instance> ledger;
    private final Names names;
    private final InstanceViewReader views;
    private final WaitingRoom waiting = new WaitingRoom();

    public InstanceRoutes(Ledger<Instance> ledger, Names names, SealedAccess access) {
        this.ledger = ledger;
        this.names = names;
        this.views = new InstanceViewReader(access);
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/instances:resolve", this::resolve)
                .POST("/internal/instances:query", this::query)
                .POST("/internal/instances:glance", this::glance)
                .POST("/internal/instances:await", this::await)
                .filter(StoreTrouble::told)
                .build());
    }

    private Mono<ServerResponse> resolve(ServerRequest request) {
        return each(request, this::resolution).map(Resolutions::new).flatMap(answer -> ServerResponse.ok()
                .bodyValue(answer));
    }

    private Mono<ServerResponse> glance(ServerRequest request) {
        return each(request, this::glance).map(Glances::new).flatMap(answer -> ServerResponse.ok()
                .bodyValue(answer));
    }

    private static <A> Mono<List<A>> each(ServerRequest request, Function<Question, Mono<A>> answer) {
        return question(request, Questions.class).flatMap(asked -> Flux.fromIterable(asked.questions())
                .flatMapSequential(answer, READS_AT_ONCE)
                .collectList());
    }

    private Mono<InstanceResolution> resolution(Question question) {
        return oneOfMany(question).map(InstanceRoutes::resolution).defaultIfEmpty(InstanceResolution.UNKNOWN);
    }

    private Mono<OrderedInstance> glance(Question question) {
        return ordered(oneOfMany(question));
    }

    private Mono<OrderedInstance> ordered(Mono<Instance> instance) {
        return instance.map(found -> new OrderedInstance(views.ordered(found)))
                .defaultIfEmpty(new OrderedInstance(null));
    }

    private Mono<Instance> oneOfMany(Question question) {
        return unlessBroken(owned(question.kind(), question.order()));
    }

    private Mono<Instance> owned(InstanceKind kind, OrderKey order) {
        return names.owner(new Names.Name(kind, order)).flatMap(ledger::find).map(Entry::state);
    }

    private Mono<ServerResponse> await(ServerRequest request) {
        return question(request, OrderedInstance.Wait.class)
                .flatMap(wait -> ordered(waiting.awaited(
                        wait.order().orderId(),
                        new AwaitedInstance(owned(wait.kind(), wait.order())),
                        Duration.ofMillis(wait.waitMillis()))))
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
    }

    private Mono<ServerResponse> query(ServerRequest request) {
        return question(request, InstanceViews.Question.class)
                .flatMap(question -> question.instanceIds().size() > IDS_AT_MOST
                        ? Mono.error(new ResponseStatusException(
                                HttpStatus.BAD_REQUEST, "at most %d ids may be asked at once".formatted(IDS_AT_MOST)))
                        : Flux.fromIterable(question.instanceIds())
                                .flatMapSequential(id -> view(id, question.kind()), READS_AT_ONCE)
                                .collectList()
                                .map(InstanceViews::new))
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
    }

    /** Under the id that was asked, also where it is another name of the instance: only that costs a second look. */
    private Mono<View> view(String id, InstanceKind kind) {
        return readable(id)
                .switchIfEmpty(Mono.defer(() -> names.known(id).flatMap(this::readable)))
                .map(Entry::state)
                .filter(instance -> instance.kind() == kind)
                .map(instance -> views.view(instance, id));
    }

    private static <T> Mono<T> question(ServerRequest request, Class<T> type) {
        return request.bodyToMono(type)
                .switchIfEmpty(Mono.error(
                        () -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "the question is missing")));
    }

    private Mono<Entry<Instance>> readable(String id) {
        return unlessBroken(ledger.find(id));
    }

    /** One broken document does not hide the others of a batch. */
    private static <T> Mono<T> unlessBroken(Mono<T> document) {
        return document.onErrorResume(UnreadableEntryException.class, broken -> {
            log.atError()
                    .addKeyValue("error", broken.getMessage())
                    .setCause(broken)
                    .log("an instance cannot be shown");
            return Mono.empty();
        });
    }

    private static InstanceResolution resolution(Instance instance) {
        return new InstanceResolution(
                instance.id(),
                instance.phase(),
                instance.ready(),
                Optional.ofNullable(instance.status().failure())
                        .map(Failure::reason)
                        .orElse(null));
    }
}

package io.koobridge.provisioning.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.Reason;
import io.koobridge.events.TraceContext;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Provisioner.Verdict;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.web.StoreTrouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What the gateway asks before a customer changes what was bought (saas-v2 §6.6). The ledger stays as it is. */
public final class ChangeRoutes {

    private static final Logger log = LoggerFactory.getLogger(ChangeRoutes.class);

    /** The upgrade of a licence is refused by the gateway (design §10): whoever allowed it here would sell it in vain. */
    private static final ChangeCheck NO_LICENSE =
            ChangeCheck.impossible("A licence cannot be changed into another product.");

    private final Ledger<Instance> ledger;
    private final Function<String, Mono<String>> otherName;
    private final Provisioner provisioner;

    /**
     * Asks about instances of one ledger.
     *
     * @param otherName of an instance that the ledger does not have under the asked id
     */
    public ChangeRoutes(Ledger<Instance> ledger, Function<String, Mono<String>> otherName, Provisioner provisioner) {
        this.ledger = ledger;
        this.otherName = otherName;
        this.provisioner = provisioner;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/instances:check", this::check)
                .filter(StoreTrouble::told)
                .build());
    }

    private Mono<ServerResponse> check(ServerRequest request) {
        return request.bodyToMono(ChangeCheck.Question.class)
                .switchIfEmpty(Mono.error(
                        () -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "the question is missing")))
                .flatMap(question -> ledger.find(question.instanceId())
                        .switchIfEmpty(Mono.defer(
                                () -> otherName.apply(question.instanceId()).flatMap(ledger::find)))
                        .map(Entry::state)
                        .filter(instance -> instance.kind() == question.kind())
                        .flatMap(instance -> answer(instance, question)))
                .defaultIfEmpty(ChangeCheck.refused(Reason.UNKNOWN_INSTANCE))
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
    }

    private Mono<ChangeCheck> answer(Instance instance, ChangeCheck.Question question) {
        if (instance.phase() == Phase.RELEASED) {
            return Mono.just(ChangeCheck.refused(Reason.RELEASED));
        }
        if (instance.phase() == Phase.FAILED) {
            return Mono.just(ChangeCheck.refused(Reason.PROVISIONING_FAILED));
        }
        if (instance.kind() == InstanceKind.LICENSE) {
            return Mono.just(NO_LICENSE);
        }
        if (instance.spec().bought() == null) {
            return Mono.deferContextual(
                    chain -> Mono.just(undecided(instance.id(), "what was bought is not known yet", Trace.of(chain))));
        }
        var target = new Proposal.Target(question.productId(), question.skuCode(), question.quantity());
        return Mono.deferContextual(chain -> asked(instance, target, Trace.of(chain)));
    }

    private Mono<ChangeCheck> asked(Instance instance, Proposal.Target target, @Nullable TraceContext trace) {
        var proposal = new Proposal(Wish.of(instance), target);
        return Mono.fromFuture(() -> Trace.during(trace, () -> provisioner.check(proposal)))
                .map(verdict -> switch (verdict) {
                    case Verdict.Possible _ -> ChangeCheck.possible();
                    case Verdict.Impossible(var why) -> ChangeCheck.impossible(why);
                    case Verdict.Undecided(var why) -> undecided(instance.id(), why, trace);
                });
    }

    private static ChangeCheck undecided(String instanceId, String why, @Nullable TraceContext trace) {
        Trace.on(log.atWarn(), trace)
                .addKeyValue("instanceId", instanceId)
                .addKeyValue("why", why)
                .log("nobody knows whether a change is possible");
        return ChangeCheck.undecided();
    }
}

package io.koobridge.provisioning.outside;

import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.runtime.outside.Answer.Answered;
import io.koobridge.runtime.outside.Answer.NotSent;
import io.koobridge.runtime.outside.Answer.Uncertain;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.service.seal.Sealing;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Asks the seller's own service over HTTP, each call signed as a Standard Webhook (docs/product-contract.md). */
final class HttpProvisioner implements Provisioner {

    private final Line calls;
    private final Line checks;
    private final Sealing contact;
    private final Supplier<String> ids;

    /** One way to the product, with limits and connections of its own: slow checks stop no call, and slow calls no check. */
    record Line(OutsideSystem product, WebhookClient client) {}

    HttpProvisioner(Line calls, Line checks, Sealing contact, Supplier<String> ids) {
        this.calls = calls;
        this.checks = checks;
        this.contact = contact;
        this.ids = ids;
    }

    @Override
    public Answer apply(Wish wish) {
        var body = Json.mapper().writeValueAsBytes(ProductCall.of(wish, contact));
        var messageId = "%s-%d".formatted(wish.instanceId(), wish.generation());
        var call = calls.client().post(messageId, body, Applied.reader(wish.access()));
        var answer = calls.product()
                .ask(wish.change().name(), wish.instanceId(), call)
                .block();
        return switch (answer) {
            case Answered<Applied>(var reply) -> reply.answer();
            case NotSent<Applied>(var why) -> new Answer.Failed(why);
            case Uncertain<Applied>(var why) -> new Answer.Failed(why);
            case null -> new Answer.Failed("the call ended without an answer");
        };
    }

    /** Each check is a message of its own: what was possible a minute ago may not be now. */
    @Override
    public CompletableFuture<Verdict> check(Proposal proposal) {
        var id = proposal.now().instanceId();
        return Mono.fromCallable(() -> Json.mapper().writeValueAsBytes(ProductCall.of(proposal, contact)))
                .map(body -> checks.client().post("%s-check-%s".formatted(id, ids.get()), body, Checked.READER))
                .flatMap(call -> checks.product().ask(ProductCall.CHECK, id, call))
                .map(answer -> switch (answer) {
                    case Answered<Checked>(var reply) -> reply.verdict();
                    case NotSent<Checked>(var why) -> new Verdict.Undecided(why);
                    case Uncertain<Checked>(var why) -> new Verdict.Undecided(why);
                })
                .toFuture();
    }
}

package io.koobridge.provisioning.outside;

import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.runtime.outside.Answer.Answered;
import io.koobridge.runtime.outside.Answer.NotSent;
import io.koobridge.runtime.outside.Answer.Uncertain;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.outside.Verdict;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the seller's own service over HTTP, each call signed as a Standard Webhook. */
final class HttpProvisioner implements Provisioner {

    private final OutsideSystem product;
    private final WebClient client;
    private final WebhookSigner signer;
    private final Sealing contact;
    private final Clock clock;
    private final URI url;

    /** Where the product is and how it knows us. */
    record Address(URI url, WebhookSigner signer) {}

    HttpProvisioner(OutsideSystem product, WebClient client, Address address, Sealing contact, Clock clock) {
        this.product = product;
        this.client = client;
        this.url = address.url();
        this.signer = address.signer();
        this.contact = contact;
        this.clock = clock;
    }

    @Override
    public Answer apply(Wish wish) {
        var body = Json.mapper().writeValueAsBytes(ProductCall.of(wish, contact));
        var answer = product.ask(wish.change().name(), wish.instanceId(), call(wish, body))
                .block();
        return switch (answer) {
            case Answered<Reply>(var reply) -> reply.answer();
            case NotSent<Reply>(var why) -> new Answer.Failed(why);
            case Uncertain<Reply>(var why) -> new Answer.Failed(why);
            case null -> new Answer.Failed("the call ended without an answer");
        };
    }

    /** The message id is the same for each attempt of one generation, so that the product can recognise repeats. */
    private Mono<Reply> call(Wish wish, byte[] body) {
        return Mono.defer(() -> client.post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> signer.sign(
                                "%s-%d".formatted(wish.instanceId(), wish.generation()), clock.instant(), body)
                        .forEach(headers::set))
                .bodyValue(body)
                .exchangeToMono(response -> response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(said -> new Reply(
                                ProductAnswer.read(response.statusCode().value(), said)))));
    }

    /** An answer as metrics and timelines tell it: a product that says no has answered, but not what was hoped for. */
    private record Reply(Answer answer) implements Verdict {

        @Override
        public String outcome() {
            return switch (answer) {
                case Answer.Ready _ -> "answered";
                case Answer.Working _ -> "working";
                case Answer.Refused _ -> "refused";
                case Answer.Failed _ -> "unreadable";
            };
        }

        @Override
        public @Nullable String detail() {
            return switch (answer) {
                case Answer.Ready _, Answer.Working _ -> null;
                case Answer.Refused(var reason, var detail) -> reason + " " + detail;
                case Answer.Failed(var why) -> why;
            };
        }
    }
}

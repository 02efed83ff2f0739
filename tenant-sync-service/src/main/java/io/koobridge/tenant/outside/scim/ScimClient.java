package io.koobridge.tenant.outside.scim;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.runtime.Causes;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.FailedAnswerException;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.outside.RetryAfter;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Calls of the SCIM server, one at a time for each entry. What is the same for every call is settled here. */
final class ScimClient {

    private static final MediaType SCIM = MediaType.valueOf("application/scim+json");

    private final Line line;
    private final Authorization authorization;
    private final InstantSource clock;
    private final Pause pause;

    /**
     * The way to the server.
     *
     * @param http keeps no more of an answer than is agreed, and follows no redirects
     */
    record Line(OutsideSystem system, WebClient http, URI base) {}

    ScimClient(Line line, Authorization authorization, InstantSource clock) {
        this.line = line;
        this.authorization = authorization;
        this.clock = clock;
        this.pause = new Pause(clock);
    }

    /** A success, or a refusal that says something of the entry: others end the write. */
    Step<ScimReply> send(ScimCall call, String subject, Deadline deadline) {
        var wait = pause.left();
        if (wait != null) {
            return Step.later(wait, "the SCIM server asked not to be called for a while");
        }
        var left = deadline.left();
        if (!left.isPositive()) {
            return Step.later(
                    "there was no time left for all calls of the SCIM server; %s.timeout is for all of one entry"
                            .formatted(ScimSettings.KEY));
        }
        var answer = line.system()
                .ask(call.verb(), subject, exchange(call).timeout(left))
                .block();
        return switch (answer) {
            case Answer.Answered<ScimReply>(var reply) -> settled(reply);
            case Answer.NotSent<ScimReply>(var why) -> Step.later(why);
            case Answer.Uncertain<ScimReply>(var why) -> Step.later(why);
            case null -> Step.later("the call ended without an answer");
        };
    }

    private Step<ScimReply> settled(ScimReply reply) {
        var what = "the SCIM server answered " + reply.code();
        return switch (reply.status()) {
            case 401, 403 -> {
                authorization.refused();
                yield Step.later(
                        "%s: compare %s with the server's, and its rights".formatted(what, authorization.keys()));
            }
            case 408, 423, 425 -> Step.later(what);
            case 301, 302, 303, 307, 308 ->
                Step.later("%s: redirects are not followed, set %s.url to the address that answers"
                        .formatted(what, ScimSettings.KEY));
            default -> reply.limited() ? later(reply, what) : Step.went(reply);
        };
    }

    private Step<ScimReply> later(ScimReply reply, String what) {
        if (reply.retryAfter() != null) {
            pause.atLeast(reply.retryAfter());
        }
        return Step.later(reply.retryAfter(), what);
    }

    private Mono<ScimReply> exchange(ScimCall call) {
        return authorization.header().flatMap(header -> {
            var request = line.http()
                    .method(call.method())
                    .uri(call.at(line.base()))
                    .accept(SCIM, MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.AUTHORIZATION, header);
            if (call.ifMatch() != null) {
                request.header(HttpHeaders.IF_MATCH, call.ifMatch());
            }
            var body = call.body();
            return (body == null ? request : request.contentType(SCIM).bodyValue(body.getBytes(UTF_8)))
                    .exchangeToMono(response -> read(response, call));
        });
    }

    private Mono<ScimReply> read(ClientResponse response, ScimCall call) {
        var status = response.statusCode();
        var headers = response.headers().asHttpHeaders();
        var wait = RetryAfter.of(headers.getFirst(HttpHeaders.RETRY_AFTER), clock.instant());
        // A server that says when to come back is not broken.
        if (status.is5xxServerError() && status.value() != ScimReply.NOT_IMPLEMENTED && wait == null) {
            return response.releaseBody().then(Mono.error(new FailedAnswerException(status.value())));
        }
        var bare = new ScimReply(status.value(), null, headers.getFirst(HttpHeaders.LOCATION), wait);
        if (status.is2xxSuccessful() && !call.asks()) {
            return response.releaseBody().thenReturn(bare);
        }
        return response.bodyToMono(byte[].class)
                .map(body -> new ScimReply(bare.status(), ScimJson.object(body), bare.location(), wait))
                .defaultIfEmpty(bare)
                .onErrorResume(ScimClient::tooLarge, _ -> Mono.just(bare));
    }

    private static boolean tooLarge(Throwable error) {
        return Causes.find(error, DataBufferLimitException.class).isPresent();
    }
}

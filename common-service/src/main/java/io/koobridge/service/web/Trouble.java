package io.koobridge.service.web;

import com.mongodb.MongoException;
import io.koobridge.service.ledger.UnreadableEntryException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Filter for operators' routes, a service's own among them: a store or a broker that does not answer is a 503 that says which. */
public final class Trouble {

    private static final Logger log = LoggerFactory.getLogger(Trouble.class);
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private Trouble() {}

    /** To be given to a route's {@code filter}. */
    public static Mono<ServerResponse> told(ServerRequest request, HandlerFunction<ServerResponse> next) {
        return Mono.defer(() -> next.handle(request)).timeout(WITHIN).onErrorMap(error -> told(request, error));
    }

    private static Throwable told(ServerRequest request, Throwable error) {
        return switch (error) {
            case MongoException _ -> away(request, error, "The store does not answer.");
            case org.apache.kafka.common.KafkaException _ -> away(request, error, "The broker does not answer.");
            case org.springframework.kafka.KafkaException _ -> away(request, error, "The broker does not answer.");
            case TimeoutException _ -> away(request, error, "The store or the broker does not answer in time.");
            case RejectedExecutionException _ -> away(request, error, "Too many questions at a time; ask again.");
            case UnreadableEntryException broken ->
                new ResponseStatusException(HttpStatus.CONFLICT, String.valueOf(broken.getMessage()), broken);
            default -> error;
        };
    }

    private static ResponseStatusException away(ServerRequest request, Throwable error, String sentence) {
        log.atWarn()
                .addKeyValue("path", request.path())
                .addKeyValue("error", error.getClass().getSimpleName())
                .log("an operator's question was not answered");
        return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, sentence, error);
    }
}

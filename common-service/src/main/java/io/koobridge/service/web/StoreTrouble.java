package io.koobridge.service.web;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Filter for internal routes that read the store: one that does not answer is 503 and a line, not 500 and a stack. */
public final class StoreTrouble {

    private static final Logger log = LoggerFactory.getLogger(StoreTrouble.class);

    private StoreTrouble() {}

    /** To be given to a route's {@code filter}. */
    public static Mono<ServerResponse> told(ServerRequest request, HandlerFunction<ServerResponse> next) {
        return next.handle(request).onErrorMap(MongoException.class, error -> {
            log.atWarn()
                    .addKeyValue("path", request.path())
                    .addKeyValue("error", error.getClass().getSimpleName())
                    .log("the store did not answer");
            return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer.");
        });
    }
}

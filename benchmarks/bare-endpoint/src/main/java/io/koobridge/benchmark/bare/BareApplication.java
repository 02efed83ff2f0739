package io.koobridge.benchmark.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Answers every call alike, and does nothing for it: what is left is WebFlux with its metrics. */
@SpringBootApplication(proxyBeanMethods = false)
public class BareApplication {

    /** As long as the gateway's answer to a purchase (saas-v2 §3.2). */
    static final String ANSWER = """
            {"resultCode":"000004","resultMsg":"being provisioned","instanceId":"kbvvlfavm3qsx2ta4m5ertyubjnrruzozhkqvl"}""";

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    /** The body is read, as nobody could answer without. */
    @Bean
    RouterFunction<ServerResponse> constant() {
        return RouterFunctions.route()
                .POST("/koogallery/saas", request -> request.bodyToMono(byte[].class)
                        .then(ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(ANSWER)))
                .build();
    }
}

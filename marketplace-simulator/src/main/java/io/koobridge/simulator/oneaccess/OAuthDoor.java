package io.koobridge.simulator.oneaccess;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.enterprise.Enterprise;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** OAuth 2.0 of each enterprise (tenant-sync §7.2 to §7.5). */
final class OAuthDoor {
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9]{0,512}");

    private final Houses houses;
    private final Grants grants;
    private final Desks desks;
    private final Diary diary;

    /** Who answers the programs. */
    record Desks(TokenDesk tokens, UserDesk users, Conducts conducts) {}

    OAuthDoor(Houses houses, Grants grants, Desks desks, Diary diary) {
        this.houses = houses;
        this.grants = grants;
        this.desks = desks;
        this.diary = diary;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/oneaccess/{code}/api/v1/oauth2/authorize", this::authorize)
                .POST("/oneaccess/{code}/api/v1/oauth2/token", this::token)
                .GET("/oneaccess/{code}/api/v1/oauth2/userinfo", this::userinfo)
                .build();
    }

    private Mono<ServerResponse> authorize(ServerRequest request) {
        Enterprise enterprise = houses.enterprise(request);
        Optional<String> wrong = wrong(request, enterprise);
        if (wrong.isPresent()) {
            return Pages.problem(HttpStatus.BAD_REQUEST, wrong.get());
        }
        String redirect = said(request, "redirect_uri");
        String clientId = said(request, "client_id");
        return houses.within(request, there -> {
            String code = grants.code(there.subject(), clientId);
            String state = said(request, "state");
            return Browser.sent(
                    state.isEmpty()
                            ? Browser.address(redirect, "code", code)
                            : Browser.address(redirect, "code", code, "state", state));
        });
    }

    private Optional<String> wrong(ServerRequest request, Enterprise enterprise) {
        if (!said(request, "client_id").equals(enterprise.profile().clientId())) {
            return Optional.of("client_id is not this enterprise's.");
        }
        String registered = houses.credential(enterprise).loginAddress();
        if (registered.isEmpty() || !said(request, "redirect_uri").equals(registered)) {
            return Optional.of("redirect_uri is not the registered address.");
        }
        if (!said(request, "response_type").equals("code")) {
            return Optional.of("response_type must be code.");
        }
        return STATE.matcher(said(request, "state")).matches()
                ? Optional.empty()
                : Optional.of("state must be letters and digits.");
    }

    private static String said(ServerRequest request, String name) {
        return request.queryParam(name).orElse("");
    }

    private Mono<ServerResponse> token(ServerRequest request) {
        Enterprise enterprise = houses.enterprise(request);
        Conduct conduct = desks.conducts().of(enterprise.profile().tenantId());
        boolean form = request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
                .isPresent();
        if (!form) {
            return written(
                    request,
                    "oauthToken",
                    Answer.error(415, "invalid_request", "Content-Type must be application/x-www-form-urlencoded"));
        }
        String registered = houses.credential(enterprise).loginAddress();
        return request.formData()
                .map(values -> desks.tokens().answer(enterprise, values.toSingleValueMap(), registered, conduct))
                .flatMap(answer -> late(conduct).then(Mono.defer(() -> written(request, "oauthToken", answer))));
    }

    private static Mono<Void> late(Conduct conduct) {
        return conduct.delay() == 0
                ? Mono.empty()
                : Mono.delay(Duration.ofMillis(conduct.delay())).then();
    }

    private Mono<ServerResponse> userinfo(ServerRequest request) {
        Enterprise enterprise = houses.enterprise(request);
        Conduct conduct = desks.conducts().of(enterprise.profile().tenantId());
        // Both headers are required (tenant-sync §7.5).
        boolean json = request.headers().accept().contains(MediaType.APPLICATION_JSON);
        String authorization = Optional.ofNullable(request.headers().firstHeader("Authorization"))
                .orElse("");
        return written(
                request,
                "oauthUserinfo",
                json
                        ? desks.users().answer(enterprise, authorization, conduct)
                        : Answer.error(406, "invalid_request", "Accept must be application/json"));
    }

    private Mono<ServerResponse> written(ServerRequest request, String name, Answer answer) {
        Map<String, Object> body = answer.body();
        diary.note(request, name, answer.status(), answer.good() ? null : String.valueOf(body.get("error")));
        return ServerResponse.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .bodyValue(body);
    }
}

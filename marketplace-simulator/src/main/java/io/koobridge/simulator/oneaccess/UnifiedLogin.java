package io.koobridge.simulator.oneaccess;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.enterprise.Credential;
import io.koobridge.simulator.enterprise.Credentials;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The page that an application sends its users to: it ends at the application's registered address (tenant-sync §7.1). */
final class UnifiedLogin {
    private static final String LOGIN = "/unified-login/login";

    private final Credentials credentials;
    private final Doorkeeper doorkeeper;
    private final Browser browser;
    private final Grants grants;

    UnifiedLogin(Credentials credentials, Doorkeeper doorkeeper, Browser browser, Grants grants) {
        this.credentials = credentials;
        this.doorkeeper = doorkeeper;
        this.browser = browser;
        this.grants = grants;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/unified-login", request -> show(request))
                .GET("/unified-login/", request -> show(request))
                .GET("/unified-login/portal.js", request -> ServerResponse.ok()
                        .header("Content-Type", "text/javascript;charset=UTF-8")
                        .bodyValue(Pages.SCRIPT))
                .POST(LOGIN, this::logIn)
                .build();
    }

    private static Mono<ServerResponse> show(ServerRequest request) {
        return page(HttpStatus.OK, request.queryParam("appId").orElse(""), "");
    }

    private static Mono<ServerResponse> page(HttpStatus status, String appId, String complaint) {
        return Pages.login(status, LOGIN, new Pages.Field("appId", appId), complaint);
    }

    private Mono<ServerResponse> logIn(ServerRequest request) {
        return request.formData().flatMap(form -> {
            String appId = Objects.requireNonNullElse(form.getFirst("appId"), "");
            Entry entry = Entry.of(form);
            Optional<String> address = registered(appId);
            if (address.isEmpty()) {
                return page(HttpStatus.BAD_REQUEST, appId, "No application with an address for logins has this appId.");
            }
            return doorkeeper
                    .enter(entry, enterprise -> enterprise.profile().appId().equals(appId))
                    .map(there -> browser.loggedIn(there.subject(), grants.started(there, address.get())))
                    .orElseGet(() -> page(HttpStatus.UNAUTHORIZED, appId, "Account or password is wrong."));
        });
    }

    private Optional<String> registered(String appId) {
        return credentials.listed().stream()
                .filter(each -> each.appId().equals(appId))
                .map(Credential::loginAddress)
                .filter(address -> !address.isEmpty())
                .findFirst();
    }
}

package io.koobridge.simulator.oneaccess;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.enterprise.Credential;
import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.oneaccess.Subject.Present;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What an enterprise's own people see: log in, start the application without its asking, log out (tenant-sync §7.2, §7.6). */
final class Workbench {
    private final Houses houses;
    private final Doorkeeper doorkeeper;
    private final Browser browser;
    private final Grants grants;

    Workbench(Houses houses, Doorkeeper doorkeeper, Browser browser, Grants grants) {
        this.houses = houses;
        this.doorkeeper = doorkeeper;
        this.browser = browser;
        this.grants = grants;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/oneaccess/{code}/login", this::show)
                .POST("/oneaccess/{code}/login", this::logIn)
                .GET("/oneaccess/{code}/workbench", this::workbench)
                .GET("/oneaccess/{code}/workbench/open", this::open)
                .GET("/oneaccess/{code}/api/v1/logout", this::logOut)
                .build();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        Enterprise enterprise = houses.enterprise(request);
        return page(HttpStatus.OK, enterprise, request.queryParam("goto").orElse(""), "");
    }

    private static Mono<ServerResponse> page(
            HttpStatus status, Enterprise enterprise, String onward, String complaint) {
        return Pages.login(status, Houses.base(enterprise) + "/login", new Pages.Field("goto", onward), complaint);
    }

    private Mono<ServerResponse> logIn(ServerRequest request) {
        Enterprise enterprise = houses.enterprise(request);
        String base = Houses.base(enterprise);
        return request.formData().flatMap(form -> {
            String onward = Objects.requireNonNullElse(form.getFirst("goto"), "");
            Entry entry = Entry.of(form);
            // Nowhere but within the same enterprise.
            String there = onward.startsWith(base + "/") ? onward : base + "/workbench";
            return doorkeeper
                    .enter(entry, each -> each == enterprise)
                    .map(present -> browser.loggedIn(present.subject(), there))
                    .orElseGet(
                            () -> page(HttpStatus.UNAUTHORIZED, enterprise, onward, "Account or password is wrong."));
        });
    }

    private Mono<ServerResponse> workbench(ServerRequest request) {
        return houses.within(
                request, there -> Pages.workbench(there, Houses.base(there.enterprise()) + "/workbench/open"));
    }

    private Mono<ServerResponse> open(ServerRequest request) {
        boolean byCas = request.queryParam("by").orElse("").equals("CAS");
        return houses.within(request, there -> {
            Credential credential = houses.credential(there.enterprise());
            String address = byCas ? credential.serviceAddress() : credential.loginAddress();
            return address.isEmpty()
                    ? Pages.problem(HttpStatus.BAD_REQUEST, "The application has no registered address for that.")
                    : Browser.sent(byCas ? withTicket(there, address) : grants.started(there, address));
        });
    }

    /** The tenant is part of the service then, as the printed example has it. */
    private String withTicket(Present there, String address) {
        String service =
                Browser.address(address, "tenant", there.enterprise().profile().tenantId());
        return Browser.address(service, "ticket", grants.ticket(there.subject(), service));
    }

    private Mono<ServerResponse> logOut(ServerRequest request) {
        Enterprise enterprise = houses.enterprise(request);
        String onward = request.queryParam("redirect_url")
                .filter(Workbench::isAbsolute)
                .orElse(Houses.base(enterprise) + "/login");
        return browser.loggedOut(request, onward);
    }

    private static boolean isAbsolute(String address) {
        try {
            String scheme = URI.create(address).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}

package io.koobridge.simulator.oneaccess;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.enterprise.Enterprise;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** CAS 3.0 of each enterprise (tenant-sync §7.7). */
final class CasDoor {
    private final Houses houses;
    private final Grants grants;
    private final Conducts conducts;
    private final Told told;

    /** Who checks, and where it is noted. */
    record Told(Cas cas, Diary diary) {}

    CasDoor(Houses houses, Grants grants, Conducts conducts, Told told) {
        this.houses = houses;
        this.grants = grants;
        this.conducts = conducts;
        this.told = told;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/oneaccess/{code}/api/v1/cas/login", this::logIn)
                .GET("/oneaccess/{code}/api/v1/cas/p3/serviceValidate", this::validate)
                .build();
    }

    private Mono<ServerResponse> logIn(ServerRequest request) {
        Enterprise enterprise = houses.enterprise(request);
        String service = request.queryParam("service").orElse("");
        String registered = houses.credential(enterprise).serviceAddress();
        String withTenant =
                Browser.address(registered, "tenant", enterprise.profile().tenantId());
        if (registered.isEmpty() || (!service.equals(registered) && !service.equals(withTenant))) {
            return Pages.problem(HttpStatus.BAD_REQUEST, "service is not the registered address.");
        }
        return houses.within(
                request,
                there -> Browser.sent(Browser.address(service, "ticket", grants.ticket(there.subject(), service))));
    }

    private Mono<ServerResponse> validate(ServerRequest request) {
        Enterprise enterprise = houses.enterprise(request);
        Cas.Verdict verdict = told.cas()
                .verdict(
                        enterprise,
                        request.queryParam("service").orElse(""),
                        request.queryParam("ticket").orElse(""),
                        conducts.of(enterprise.profile().tenantId()));
        told.diary()
                .note(request, "casValidate", 200, verdict instanceof Cas.Verdict.Wrong wrong ? wrong.code() : null);
        boolean xml = request.queryParam("format").orElse("JSON").equalsIgnoreCase("XML");
        return ServerResponse.ok()
                .contentType(
                        xml ? MediaType.parseMediaType("application/xml;charset=UTF-8") : MediaType.APPLICATION_JSON)
                .bodyValue(xml ? Cas.xml(verdict) : Cas.json(verdict));
    }
}

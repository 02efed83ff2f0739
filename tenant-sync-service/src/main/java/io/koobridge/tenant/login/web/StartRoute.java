package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.domain.Delivery;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /login/<application>}: a browser goes to where its user says who he is (tenant-sync §7.1, §7.2). */
public final class StartRoute {

    private static final int LONGEST_NONCE = 256;

    private final Door door;
    private final Departures departures;

    public StartRoute(Door door, Departures departures) {
        this.door = door;
        this.departures = departures;
    }

    Mono<ServerResponse> answer(ServerRequest request, LoginApplication application, Parameters asked) {
        var nonce = asked.get("nonce");
        if (nonce != null && (nonce.length() > LONGEST_NONCE || !nonce.chars().allMatch(StartRoute::printable))) {
            return door.refused(request, application, null, LoginOutcome.MALFORMED);
        }
        var returns = application.addresses().returns().chosen(asked.get("return"));
        if (returns.isEmpty()) {
            return door.refused(request, application, null, LoginOutcome.WRONG_RETURN);
        }
        var where = new Delivery(returns.get(), nonce);
        var tenantId = asked.get("tenant");
        var authorize = application.centre().profile().paths().authorize();
        return tenantId == null || authorize == null
                ? departures.toUnifiedPage(application, where)
                : departures.toTenant(request, application, authorize, tenantId, where);
    }

    private static boolean printable(int each) {
        return each > ' ' && each < 0x7f;
    }
}

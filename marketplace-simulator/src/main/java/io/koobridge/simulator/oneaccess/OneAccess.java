package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.enterprise.Credentials;
import io.koobridge.simulator.enterprise.Enterprises;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts the local OneAccess together. */
public final class OneAccess {
    private final RouterFunction<ServerResponse> routes;

    /**
     * What it needs besides enterprises.
     *
     * @param names that cannot be guessed
     * @param clock real time
     */
    public record Means(Supplier<String> names, CallLog calls, Clock clock) {}

    public OneAccess(Enterprises enterprises, Credentials credentials, Conducts conducts, Means means) {
        Grants grants = new Grants(means.names(), means.clock());
        Browser browser = new Browser(grants);
        Houses houses = new Houses(enterprises, credentials, browser);
        Doorkeeper doorkeeper = new Doorkeeper(enterprises);
        Diary diary = new Diary(means.calls(), means.clock());
        UserDesk users = new UserDesk(enterprises, grants);
        Cas cas = new Cas(grants, users, means.clock());
        this.routes = new UnifiedLogin(credentials, doorkeeper, browser, grants)
                .routes()
                .and(new Workbench(houses, doorkeeper, browser, grants).routes())
                .and(new OAuthDoor(houses, grants, new OAuthDoor.Desks(new TokenDesk(grants), users, conducts), diary)
                        .routes())
                .and(new CasDoor(houses, grants, conducts, new CasDoor.Told(cas, diary)).routes());
    }

    public RouterFunction<ServerResponse> routes() {
        return routes;
    }
}

package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.enterprise.Credential;
import io.koobridge.simulator.enterprise.Credentials;
import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.oneaccess.Subject.Present;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Each enterprise's own part of OneAccess: its addresses begin with {@code /oneaccess/} and its tenantCode. */
final class Houses {
    private final Enterprises enterprises;
    private final Credentials credentials;
    private final Browser browser;

    Houses(Enterprises enterprises, Credentials credentials, Browser browser) {
        this.enterprises = enterprises;
        this.credentials = credentials;
        this.browser = browser;
    }

    static String base(Enterprise enterprise) {
        return "/oneaccess/" + enterprise.profile().tenantCode();
    }

    Enterprise enterprise(ServerRequest request) {
        String code = request.pathVariable("code");
        return enterprises
                .byCode(code)
                .orElseThrow(() -> new NoSuchElementException("no enterprise has the tenantCode " + code));
    }

    Credential credential(Enterprise enterprise) {
        return credentials.known(enterprise.profile().appId());
    }

    /** For whoever is logged in; the others log in first and come back. */
    Mono<ServerResponse> within(ServerRequest request, Function<Present, Mono<ServerResponse>> then) {
        Enterprise enterprise = enterprise(request);
        Optional<Present> there = browser.subject(request, enterprise.profile().tenantId())
                .flatMap(subject -> subject.present(enterprises));
        if (there.isPresent()) {
            return then.apply(there.get());
        }
        String query = request.uri().getRawQuery();
        String here = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        return Browser.sent(Browser.address(base(enterprise) + "/login", "goto", here));
    }
}

package io.koobridge.simulator.oneaccess;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Sessions and redirects. */
final class Browser {
    /** Other programs of this machine share the cookies, whatever their ports. */
    private static final String COOKIE = "koobridge-oneaccess";

    private final Grants grants;

    Browser(Grants grants) {
        this.grants = grants;
    }

    /** Who is logged in with this enterprise. */
    Optional<Subject> subject(ServerRequest request, String tenantId) {
        return session(request).flatMap(grants::ofSession).filter(subject -> subject.tenantId()
                .equals(tenantId));
    }

    private static Optional<String> session(ServerRequest request) {
        return Optional.ofNullable(request.cookies().getFirst(COOKIE)).map(cookie -> cookie.getValue());
    }

    /** Logged in, and on the way. */
    Mono<ServerResponse> loggedIn(Subject subject, String location) {
        return moved(location, cookie(grants.session(subject), Duration.ofHours(8)));
    }

    Mono<ServerResponse> loggedOut(ServerRequest request, String location) {
        session(request).ifPresent(grants::endSession);
        return moved(location, cookie("", Duration.ZERO));
    }

    private static ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(life)
                .build();
    }

    private static Mono<ServerResponse> moved(String location, ResponseCookie cookie) {
        return ServerResponse.status(HttpStatus.FOUND)
                .location(URI.create(location))
                .cookie(cookie)
                .build();
    }

    static Mono<ServerResponse> sent(String location) {
        return ServerResponse.status(HttpStatus.FOUND)
                .location(URI.create(location))
                .build();
    }

    /** With names and values added, in pairs. */
    static String address(String base, String... parameters) {
        StringBuilder address = new StringBuilder(base);
        for (int i = 0; i < parameters.length; i += 2) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return address.toString();
    }
}

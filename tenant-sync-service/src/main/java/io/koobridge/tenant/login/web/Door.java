package io.koobridge.tenant.login.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** How browsers are answered: nothing is cached, nothing is framed, and no address is told to the next page. */
public final class Door {

    private static final String RETRY_AFTER_SECONDS = "10";
    private static final int LONGEST_WISH = 500;

    private final LoginReports reports;
    private final boolean secure;

    /** @param secure cookies go over TLS alone */
    public Door(LoginReports reports, boolean secure) {
        this.reports = reports;
        this.secure = secure;
    }

    Mono<ServerResponse> refused(
            ServerRequest request, LoginApplication application, @Nullable String tenantId, LoginOutcome why) {
        var reference = reports.told(application.name(), tenantId, why);
        var again = why == LoginOutcome.WRONG_RETURN ? null : "/login/" + application.name();
        var refusal = new Page.Refusal(RefusalText.of(why), reference, again);
        return page(request, Page.of(why.status(), refusal, chinese(request)), null);
    }

    Mono<ServerResponse> page(ServerRequest request, Page page, @Nullable ResponseCookie cookie) {
        return head(ServerResponse.status(page.status()), cookie)
                .contentType(new MediaType("text", "html", UTF_8))
                .header("Content-Security-Policy", page.policy())
                .header("X-Content-Type-Options", "nosniff")
                .headers(headers -> {
                    if (page.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
                    }
                })
                .bodyValue(page.html());
    }

    Mono<ServerResponse> redirect(URI address, ResponseCookie... cookies) {
        // A browser's POST becomes a GET.
        var answer = head(ServerResponse.status(HttpStatus.SEE_OTHER), null).location(address);
        for (var cookie : cookies) {
            answer.cookie(cookie);
        }
        return answer.build();
    }

    private static ServerResponse.BodyBuilder head(ServerResponse.BodyBuilder answer, @Nullable ResponseCookie cookie) {
        answer.cacheControl(CacheControl.noStore()).header("Referrer-Policy", "no-referrer");
        return cookie == null ? answer : answer.cookie(cookie);
    }

    ResponseCookie cookie(Cookie kind, LoginApplication application, String value, Duration life) {
        return ResponseCookie.from(name(kind, application), value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }

    ResponseCookie gone(Cookie kind, LoginApplication application) {
        return cookie(kind, application, "", Duration.ZERO);
    }

    /** What this application's cookie holds; one that is there twice is nobody's. */
    Optional<String> shown(ServerRequest request, Cookie kind, LoginApplication application) {
        var cookies = request.cookies().get(name(kind, application));
        return cookies == null || cookies.size() != 1
                ? Optional.empty()
                : Optional.of(cookies.getFirst().getValue()).filter(value -> !value.isEmpty());
    }

    /** What a cookie is for. */
    enum Cookie {
        ROUND_TRIP,
        DELIVERY,
        SESSION;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** With the prefix that keeps other hosts of the same domain from setting it. */
    private String name(Cookie kind, LoginApplication application) {
        return "%skoobridge-%s-%s".formatted(secure ? "__Host-" : "", kind.word(), application.name());
    }

    static boolean chinese(ServerRequest request) {
        var wish = request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wish == null
                || wish.length() > LONGEST_WISH
                || wish.strip().toLowerCase(Locale.ROOT).startsWith("zh");
    }
}

package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.oneaccess.Subject.Present;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** What a browser sees of OneAccess. */
final class Pages {
    /** The real page keeps the application's id behind the {@code #}, where only a script sees it (tenant-sync §7.1). */
    static final String SCRIPT = """
            const behind = location.hash.includes('?') ? location.hash.slice(location.hash.indexOf('?')) : '';
            const appId = new URLSearchParams(behind || location.search).get('appId');
            const field = document.querySelector('input[name=appId]');
            if (appId && field && !field.value) {
              field.value = appId;
            }
            """;

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:4rem auto;max-width:26rem;padding:0 1rem;color:#1c1e21;background:#fff}
            input,button{font:inherit;display:block;width:100%;box-sizing:border-box;padding:.4rem;margin:.2rem 0 1rem}
            .bad{color:#a02020}
            """;

    private Pages() {}

    /** @param hidden a field that goes along */
    static Mono<ServerResponse> login(HttpStatus status, String action, Field hidden, String complaint) {
        String form = "<h1>Log in</h1>"
                + (complaint.isEmpty() ? "" : "<p class=\"bad\" id=\"complaint\">" + text(complaint) + "</p>")
                + "<form method=\"post\" action=\"" + text(action) + "\"><input type=\"hidden\" name=\"" + hidden.name()
                + "\" value=\"" + text(hidden.value()) + "\">"
                + "<label>Account<input name=\"account\" autocomplete=\"username\" required></label>"
                + "<label>Password<input name=\"password\" type=\"password\" autocomplete=\"current-password\" required></label>"
                + "<button>Log in</button></form><script src=\"/unified-login/portal.js\"></script>";
        return page(status, form);
    }

    record Field(String name, String value) {}

    static Mono<ServerResponse> workbench(Present there, String open) {
        return page(
                HttpStatus.OK,
                "<h1>Workbench of " + text(there.enterprise().profile().name()) + "</h1><p>You are "
                        + text(there.known().member().person().name()) + ".</p>"
                        + "<p><a id=\"oauth\" href=\"" + text(open) + "?by=OAUTH2\">Open the application</a></p>"
                        + "<p><a id=\"cas\" href=\"" + text(open) + "?by=CAS\">Open the application by CAS</a></p>");
    }

    static Mono<ServerResponse> problem(HttpStatus status, String what) {
        return page(status, "<h1>That does not work</h1><p class=\"bad\">" + text(what) + "</p>");
    }

    private static Mono<ServerResponse> page(HttpStatus status, String body) {
        return ServerResponse.status(status)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .bodyValue(
                        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>OneAccess stand-in</title>"
                                + "<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                                + "</style></head><body>" + body + "</body></html>");
    }

    private static String text(String value) {
        return HtmlUtils.htmlEscape(value);
    }
}

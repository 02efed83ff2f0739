package io.koobridge.product;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the buyer sees. */
final class Page {

    private Page() {}

    static String of(Tenant tenant) {
        return html("""
                <h1>%s</h1>
                %s
                <dl>
                <dt>Instance</dt><dd>%s</dd>
                <dt>Customer</dt><dd>%s</dd>
                <dt>Seats</dt><dd>%d used of %s</dd>
                <dt>Paid until</dt><dd>%s</dd>
                </dl>
                <form method="post">
                <button name="seats" value="1">Use one more seat</button>
                <button name="seats" value="-1">Give one back</button>
                </form>""".formatted(
                        told(tenant.product()),
                        tenant.usable() ? "" : "<p><strong>This instance is frozen.</strong> Its data is kept.</p>",
                        told(tenant.id()),
                        told(tenant.customer()),
                        tenant.used(),
                        tenant.quantity() == null ? "any number" : tenant.quantity(),
                        told(tenant.expiresAt())));
    }

    /** Nobody is logged in. */
    static String nobody(@Nullable String trouble) {
        return html("""
                <h1>Example product</h1>
                %s
                <p><a id="login" href="/login">Log in with your enterprise's account</a></p>""".formatted(alarm(trouble)));
    }

    /** Whom KooBridge told of. The form that logs out holds the session, which no other site knows. */
    static String of(Map<?, ?> user, String left, @Nullable String trouble) {
        return html("""
                <h1>Example product</h1>
                %s
                <dl>
                <dt>Name</dt><dd id="name">%s</dd>
                <dt>Account</dt><dd id="user">%s</dd>
                <dt>Enterprise</dt><dd id="tenant">%s</dd>
                <dt>Role</dt><dd id="role">%s</dd>
                </dl>
                <form method="post" action="/login/renew"><button id="renew">Renew</button></form>
                <form method="post" action="/logout">
                <input type="hidden" name="sid" value="%s">
                <input type="hidden" name="return" value="%s">
                <button id="logout">Log out</button>
                </form>""".formatted(
                        alarm(trouble),
                        told(user.get("name")),
                        told(user.get("user_name")),
                        told(user.get("tenant_name")),
                        told(user.get("role")),
                        told(user.get("sid")),
                        told(left)));
    }

    private static String alarm(@Nullable String trouble) {
        return trouble == null ? "" : "<p role=\"alert\"><strong>%s</strong></p>".formatted(told(trouble));
    }

    private static String told(@Nullable Object value) {
        return told(value == null ? null : value.toString());
    }

    static String of(String sentence) {
        return html("<p>%s</p>".formatted(told(sentence)));
    }

    private static String html(String body) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Example product</title>
                %s
                </html>
                """.formatted(body);
    }

    /** Names come from outside: none of them may become a part of the page. */
    private static String told(@Nullable String text) {
        return text == null
                ? "unknown"
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}

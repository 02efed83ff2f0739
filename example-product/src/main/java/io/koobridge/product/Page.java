package io.koobridge.product;

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

package io.koobridge.tenant.login.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A page as HTML, and what a browser may do on it. Whatever is not a constant is escaped.
 *
 * @param policy a Content-Security-Policy
 */
record Page(int status, String html, String policy) {

    private static final String STYLE =
            "body{margin:0;background:#f4f5f7;color:#1b1d21;font:1rem/1.5 system-ui,\"PingFang SC\",\"Microsoft YaHei\",sans-serif}"
                    + "main{max-width:34rem;margin:8vh auto;padding:1.5rem;background:#fff;border-radius:.5rem}"
                    + "h1{font-size:1.3rem;margin:0 0 .5rem}p{margin:.5rem 0}small{color:#555}"
                    + "button{font:inherit;padding:.5rem 1rem}";

    /** Without it the button does the same. */
    private static final String SCRIPT = "document.forms[0].submit()";

    private static final String BASE =
            "default-src 'none'; style-src %s; base-uri 'none'; frame-ancestors 'none'".formatted(hash(STYLE));

    /** What a refused login shows. */
    record Refusal(
            RefusalText text, String reference, @Nullable String again) {}

    static Page of(int status, Refusal refusal, boolean chineseFirst) {
        var again = refusal.again();
        var body = """
                <h1>%s</h1>
                %s
                <p><small>%s: %s</small></p>
                %s""".formatted(
                        chineseFirst ? "未能登录 / Not logged in" : "Not logged in / 未能登录",
                        both(refusal.text().english(), refusal.text().chinese(), chineseFirst),
                        "编号 / Reference",
                        escaped(refusal.reference()),
                        again == null ? "" : "<p><a href=\"%s\">重新登录 / Log in again</a></p>".formatted(escaped(again)));
        return new Page(status, html(body, chineseFirst), BASE + "; form-action 'none'");
    }

    /** Takes an identity to the product: as a form, so that it never stands in an address. */
    static Page carrying(URI address, Map<String, String> fields, boolean chineseFirst) {
        var inputs = fields.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escaped(field.getKey()), escaped(field.getValue())))
                .collect(Collectors.joining("\n"));
        var body = """
                <form method="post" action="%s">
                %s
                %s
                <button>继续 / Continue</button>
                </form>
                <script>%s</script>""".formatted(
                        escaped(address.toString()), inputs, both("You are logged in.", "登录成功。", chineseFirst), SCRIPT);
        var policy = "%s; script-src %s; form-action %s".formatted(BASE, hash(SCRIPT), origin(address));
        return new Page(200, html(body, chineseFirst), policy);
    }

    /** A link, not a form: a browser would want to know beforehand where the other side sends it after this. */
    static Page question(String yes, boolean chineseFirst) {
        var body = """
                <h1>%s</h1>
                <p><a href="%s">退出登录 / Log out</a></p>""".formatted(chineseFirst ? "确认退出？ / Log out?" : "Log out? / 确认退出？", escaped(yes));
        return new Page(200, html(body, chineseFirst), BASE + "; form-action 'none'");
    }

    static Page loggedOut(boolean chineseFirst) {
        return new Page(
                200,
                html(both("You are logged out. Close this page.", "您已退出登录，可以关闭本页。", chineseFirst), chineseFirst),
                BASE + "; form-action 'none'");
    }

    private static String both(String english, String chinese, boolean chineseFirst) {
        var first = "<p lang=\"zh-CN\">%s</p>".formatted(chinese);
        var second = "<p lang=\"en\">%s</p>".formatted(english);
        return chineseFirst ? first + second : second + first;
    }

    private static String html(String body, boolean chineseFirst) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>登录 / Login</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(chineseFirst ? "zh-CN" : "en", STYLE, body);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

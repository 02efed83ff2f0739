package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Goes the way that somebody's browser goes: follows where it is sent, keeps cookies, fills in forms. */
final class PersonsBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_STEPS = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<input[^>]*?name=\"([^\"]*)\"(?:[^>]*?value=\"([^\"]*)\")?");
    private static final Pattern APP_ID = Pattern.compile("[?&]appId=([^&]*)");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(PATIENCE)
            .build();
    private final List<Step> steps = new ArrayList<>();

    /** @param what the method and the address, without what is secret in it */
    record Step(Instant at, String what, int status, long millis) {

        Row row() {
            return new Row(
                    List.of(TIME.format(at), what, "HTTP " + status, Long.toString(millis), "", "the browser"),
                    List.of());
        }
    }

    /** @param html as it came */
    record Shown(URI address, int status, String html) {

        /** What a person reads. */
        String text() {
            return unescaped(html.replaceAll("(?s)<(style|script|title).*?</\\1>", " ")
                            .replaceAll("<[^>]*>", " "))
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    /** What a person fills in, by the names of its fields. */
    record Form(URI action, Map<String, String> fields) {

        Form with(String name, String value) {
            var all = new LinkedHashMap<>(fields);
            all.put(name, value);
            return new Form(action, all);
        }
    }

    Shown open(URI address) {
        return sent(HttpRequest.newBuilder(withoutFragment(address)).GET(), address);
    }

    Shown send(Form form) {
        var body = form.fields().entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return sent(
                HttpRequest.newBuilder(form.action())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                form.action());
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The only form of a page. */
    static Form form(Shown page) {
        var form = FORM.matcher(page.html());
        if (!form.find()) {
            throw new StackFailure("There is no form at %s: %s".formatted(page.address(), page.text()));
        }
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(form.group(2))
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2) == null ? "" : unescaped(field.group(2))));
        return new Form(page.address().resolve(unescaped(form.group(1))), fields);
    }

    /** What the page's script finds behind the {@code #} and puts into the form. */
    static String appIdBehind(URI address) {
        var found = APP_ID.matcher(String.valueOf(address.getRawFragment()));
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    private Shown sent(HttpRequest.Builder request, URI address) {
        var at = address;
        var answer = answer(request);
        for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
            at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = answer(HttpRequest.newBuilder(withoutFragment(at)).GET());
        }
        return new Shown(at, answer.statusCode(), answer.body());
    }

    private HttpResponse<String> answer(HttpRequest.Builder builder) {
        var request = builder.timeout(PATIENCE).header("Accept-Language", "en").build();
        try {
            var at = Instant.now();
            var answer = http.send(request, BodyHandlers.ofString());
            steps.add(new Step(
                    at,
                    "  %s %s".formatted(request.method(), request.uri().getRawPath()),
                    answer.statusCode(),
                    Duration.between(at, Instant.now()).toMillis()));
            return answer;
        } catch (IOException e) {
            throw new StackFailure("Nobody answered %s: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while somebody logged in", e);
        }
    }

    private static URI withoutFragment(URI address) {
        return URI.create(address.toString().replaceFirst("#.*", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}

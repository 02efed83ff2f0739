package io.koobridge.gateway.waiting;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Pages of one brand, as HTML. Whatever was configured is escaped; nothing of a request is on a page but a number. */
public final class PageWriter {

    private final Brand brand;
    private final Style style;
    private final String contentSecurityPolicy;

    public PageWriter(Brand brand) {
        this.brand = brand;
        style = Style.of(brand.color());
        var logo = brand.logo();
        contentSecurityPolicy =
                "default-src 'none'; style-src %s;%s base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                        .formatted(style.hash(), logo == null ? "" : " img-src " + origin(logo) + ";");
    }

    /** For every page that this one writes. */
    String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    /** @param languages the preferred one first */
    String html(Sight.Page page, Waited waited, List<Language> languages) {
        var first = languages.getFirst();
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                %s<title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                %s<div role="status">
                %s</div>
                %s%s</main>
                </body>
                </html>
                """.formatted(
                        first.tag(),
                        page.refreshes() ? refresh(waited) : "",
                        title(Text.of(page, first)),
                        style.css(),
                        header(),
                        languages.stream()
                                .map(language -> section(page, waited, language, language == first))
                                .collect(Collectors.joining()),
                        page.refreshes() ? progress(waited, languages) : "",
                        footer(languages));
    }

    /** Without a script. The address itself stays as it is, wherever a proxy put it. */
    private static String refresh(Waited waited) {
        return "<meta http-equiv=\"refresh\" content=\"%d;url=%s\">\n".formatted(waited.delay(), again(waited));
    }

    private static String again(Waited waited) {
        return "?" + Waited.PARAMETER + "=" + waited.next().seconds();
    }

    private String title(Text text) {
        var name = brand.name();
        return name == null ? text.heading() : text.heading() + " · " + escaped(name);
    }

    private String header() {
        var logo = brand.logo();
        var name = brand.name();
        if (logo == null && name == null) {
            return "";
        }
        // The name stands beside it, so the picture says nothing more.
        var image = logo == null ? "" : "<img src=\"%s\" alt=\"\">".formatted(escaped(logo.toString()));
        return "<header>%s%s</header>\n".formatted(image, name == null ? "" : "<span>" + escaped(name) + "</span>");
    }

    private static String section(Sight.Page page, Waited waited, Language language, boolean isFirst) {
        var text = Text.of(page, language);
        var patience = page.refreshes() ? Text.patience(waited, language) : "";
        return """
                <section lang="%1$s">
                <%2$s>%3$s</%2$s>
                <p>%4$s</p>
                %5$s</section>
                """.formatted(
                        language.tag(),
                        isFirst ? "h1" : "h2",
                        text.heading(),
                        text.sentence(),
                        patience.isEmpty() ? "" : "<p>" + patience + "</p>\n");
    }

    private static String progress(Waited waited, List<Language> languages) {
        return """
                <div class="bar"><i></i></div>
                <a class="go" href="%s">%s</a>
                """.formatted(again(waited), both(languages, Text::lookNow));
    }

    private String footer(List<Language> languages) {
        var page = brand.support().page();
        var email = brand.support().email();
        if (page == null && email == null) {
            return "";
        }
        var links = new StringBuilder();
        if (page != null) {
            links.append(" <a href=\"%s\">%s</a>".formatted(escaped(page.toString()), escaped(page.getHost())));
        }
        if (email != null) {
            links.append(" <a href=\"mailto:%1$s\">%1$s</a>".formatted(escaped(email)));
        }
        return "<footer>%s:%s</footer>\n".formatted(both(languages, Text::support), links);
    }

    private static String both(List<Language> languages, Function<Language, String> words) {
        return languages.stream()
                .map(language -> "<span lang=\"%s\">%s</span>".formatted(language.tag(), words.apply(language)))
                .collect(Collectors.joining(" / "));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}

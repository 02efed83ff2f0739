package io.koobridge.gateway.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.waiting.Brand.Support;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageWriterTest {

    private static final Waited AT_FIRST = new Waited(0);
    private static final List<Language> ENGLISH_FIRST = List.of(Language.ENGLISH, Language.CHINESE);
    private static final List<Language> CHINESE_FIRST = List.of(Language.CHINESE, Language.ENGLISH);
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*)</style>");

    private final PageWriter bare =
            new PageWriter(new Brand(null, null, new Color("#123456"), new Support(null, null)));
    private final PageWriter branded = new PageWriter(new Brand(
            "青禾 & <Söhne> \"'",
            URI.create("https://cdn.example.com:8443/logo.svg?a=1&b='2'"),
            new Color("#ffcc00"),
            new Support(URI.create("https://help.example.com/?a=1&b=2"), "help@example.com")));

    @Test
    void whatIsConfiguredIsEscapedEverywhere() {
        var html = branded.html(Sight.Page.FAILED, AT_FIRST, ENGLISH_FIRST);

        assertThat(html)
                .contains("<title>Your service could not be prepared · 青禾 &amp; &lt;Söhne&gt; &quot;&#39;</title>")
                .contains("<span>青禾 &amp; &lt;Söhne&gt; &quot;&#39;</span>")
                .contains("<img src=\"https://cdn.example.com:8443/logo.svg?a=1&amp;b=&#39;2&#39;\" alt=\"\">")
                .contains("<a href=\"https://help.example.com/?a=1&amp;b=2\">help.example.com</a>")
                .contains("<a href=\"mailto:help@example.com\">help@example.com</a>")
                .doesNotContain("<Söhne>");
    }

    @Test
    void theBrowserTakesOurStyleAndTheLogoAndNothingElse() throws Exception {
        var style = STYLE.matcher(branded.html(Sight.Page.PREPARING, AT_FIRST, ENGLISH_FIRST));
        assertThat(style.find()).isTrue();
        var digest = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));

        assertThat(branded.contentSecurityPolicy())
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-%s'; img-src https://cdn.example.com:8443; base-uri 'none';"
                                        .formatted(Base64.getEncoder().encodeToString(digest))
                                + " form-action 'none'; frame-ancestors 'none'");
        assertThat(bare.contentSecurityPolicy()).doesNotContain("img-src");
    }

    @Test
    void bothLanguagesAreThereThePreferredOneFirst() {
        var english = bare.html(Sight.Page.PREPARING, AT_FIRST, ENGLISH_FIRST);
        var chinese = bare.html(Sight.Page.PREPARING, AT_FIRST, CHINESE_FIRST);

        assertThat(english)
                .contains("<html lang=\"en\">", "<title>Your service is being prepared</title>")
                .containsSubsequence(
                        "<div role=\"status\">",
                        "<section lang=\"en\">",
                        "<h1>Your service is being prepared</h1>",
                        "<section lang=\"zh-CN\">",
                        "<h2>您的服务正在开通</h2>");
        assertThat(chinese)
                .contains("<html lang=\"zh-CN\">", "<title>您的服务正在开通</title>")
                .containsSubsequence(
                        "<section lang=\"zh-CN\">",
                        "<h1>您的服务正在开通</h1>",
                        "<section lang=\"en\">",
                        "<h2>Your service is being prepared</h2>");
    }

    @Test
    void aPageThatLooksAgainSaysWhenAndForHowLongItHas() {
        assertThat(bare.html(Sight.Page.PREPARING, AT_FIRST, ENGLISH_FIRST))
                .contains("<meta http-equiv=\"refresh\" content=\"2;url=?waited=2\">")
                .contains("<a class=\"go\" href=\"?waited=2\">")
                .doesNotContain("Waiting for");
        assertThat(bare.html(Sight.Page.AWAY, new Waited(45), ENGLISH_FIRST))
                .contains("content=\"5;url=?waited=50\"", "Waiting for 45 seconds.", "已等待 45 秒。");
        assertThat(bare.html(Sight.Page.BUSY, new Waited(185), CHINESE_FIRST))
                .contains("content=\"10;url=?waited=195\"", "Waiting for 3 min.", "已等待 3 分钟");
    }

    @ParameterizedTest
    @EnumSource(
            value = Sight.Page.class,
            names = {"FAILED", "NO_ADDRESS", "ENDED", "UNKNOWN"})
    void whatWillNotChangeIsNotLookedAtAgain(Sight.Page page) {
        assertThat(bare.html(page, new Waited(30), ENGLISH_FIRST)).doesNotContain("refresh", "waited", "Waiting for");
    }

    @ParameterizedTest
    @EnumSource(Sight.Page.class)
    void everyPageIsSmallWithoutScriptsAndWhole(Sight.Page page) {
        var longest = new PageWriter(new Brand(
                "商\"".repeat(40),
                URI.create("https://example.com/" + "&".repeat(236)),
                new Color("#1a5fb4"),
                new Support(URI.create("https://example.com/" + "&".repeat(236)), "h".repeat(115) + "@example.com")));

        var html = longest.html(page, new Waited(99_999), CHINESE_FIRST);

        assertThat(html.getBytes(UTF_8)).hasSizeLessThan(6 * 1024);
        assertThat(html)
                .doesNotContainIgnoringCase("<script")
                .doesNotContain(" on", " style=\"")
                .containsOnlyOnce("<h1>")
                .containsOnlyOnce("<title>")
                .containsOnlyOnce("role=\"status\"")
                .endsWith("</html>\n");
    }
}

package io.koobridge.gateway.config;

import io.koobridge.gateway.waiting.AddressTag;
import io.koobridge.gateway.waiting.Brand;
import io.koobridge.gateway.waiting.Color;
import io.koobridge.gateway.waiting.PageAddresses;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code koobridge.gateway.waiting-page.*}: where a buyer waits whose instance is not ready yet.
 *
 * @param url public base address that reaches this service's public port, at most 128 characters with a path such as {@code
 *     https://shop.example.com/waiting}; https, plain http only on the loopback interface; absent: there is no page
 * @param secrets required with the url: the first one makes the addresses, each is accepted; each of 32 characters or more
 * @param name of the seller, as buyers know it; at most 80 characters
 * @param logoUrl a picture by https, which the buyer's browser fetches; at most 256 characters
 * @param color of the brand, {@code #rrggbb}
 * @param supportUrl a page by https where buyers find help; at most 256 characters
 * @param supportEmail whom buyers write to, at most 128 characters
 */
@ConfigurationProperties(WaitingPageProperties.PREFIX)
public record WaitingPageProperties(
        @Nullable URI url,
        List<String> secrets,
        @Nullable String name,
        @Nullable URI logoUrl,
        @DefaultValue("#1a5fb4") String color,
        @Nullable URI supportUrl,
        @Nullable String supportEmail) {

    static final String PREFIX = "koobridge.gateway.waiting-page";

    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LINK = 256;
    private static final int LONGEST_EMAIL = 128;

    /** Of what is in use, all that needs no escaping in a {@code mailto:} link. */
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");

    public WaitingPageProperties(
            @Nullable URI url,
            @Nullable List<String> secrets,
            @Nullable String name,
            @Nullable URI logoUrl,
            @DefaultValue("#1a5fb4") String color,
            @Nullable URI supportUrl,
            @Nullable String supportEmail) {
        this.url = url == null ? null : checkedUrl(url);
        this.secrets = secrets == null ? List.of() : List.copyOf(secrets);
        Invalid.when(url != null && this.secrets.isEmpty(), PREFIX + ".secrets", "must list at least one with the url");
        for (int index = 0; index < this.secrets.size(); index++) {
            Invalid.when(
                    this.secrets.get(index).length() < SHORTEST_SECRET,
                    "%s.secrets[%d]".formatted(PREFIX, index),
                    "must have at least %d characters".formatted(SHORTEST_SECRET));
        }
        this.name = name;
        Invalid.when(
                name != null && (name.isBlank() || name.length() > LONGEST_NAME),
                PREFIX + ".name",
                "must have 1 to %d characters, is '%s'".formatted(LONGEST_NAME, name));
        this.logoUrl = checkedLink(logoUrl, ".logo-url");
        this.color = Invalid.named(PREFIX + ".color", () -> new Color(color)).hex();
        this.supportUrl = checkedLink(supportUrl, ".support-url");
        this.supportEmail = supportEmail;
        Invalid.when(
                supportEmail != null
                        && (supportEmail.length() > LONGEST_EMAIL
                                || !EMAIL.matcher(supportEmail).matches()),
                PREFIX + ".support-email",
                "must be an address such as help@example.com, is '%s'".formatted(supportEmail));
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "WaitingPageProperties(%s)".formatted(url);
    }

    Optional<PageAddresses> addresses() {
        return Optional.ofNullable(url).map(base -> new PageAddresses(base, new AddressTag(secrets)));
    }

    Brand brand() {
        return new Brand(name, logoUrl, new Color(color), new Brand.Support(supportUrl, supportEmail));
    }

    private static URI checkedUrl(URI url) {
        var setting = PREFIX + ".url";
        Invalid.when(
                url.getHost() == null
                        || url.getRawUserInfo() != null
                        || url.getRawQuery() != null
                        || url.getRawFragment() != null,
                setting,
                "must be an address such as https://shop.example.com/waiting, is " + url);
        boolean loopback = LOOPBACK.matcher(url.getHost()).matches();
        Invalid.when(
                !"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && loopback),
                setting,
                "must be https; plain http is for the loopback interface only, is " + url);
        Invalid.when(
                url.toString().length() > PageAddresses.LONGEST_BASE,
                setting,
                "must have at most %d characters, is %s".formatted(PageAddresses.LONGEST_BASE, url));
        PublicPath.checked(url.getRawPath(), setting + ": its path");
        return url;
    }

    private static @Nullable URI checkedLink(@Nullable URI link, String setting) {
        Invalid.when(
                link != null
                        && (!"https".equals(link.getScheme())
                                || link.getHost() == null
                                || link.getRawUserInfo() != null
                                || link.toASCIIString().length() > LONGEST_LINK),
                PREFIX + setting,
                "must be an https address of at most %d characters, is %s".formatted(LONGEST_LINK, link));
        return link;
    }
}

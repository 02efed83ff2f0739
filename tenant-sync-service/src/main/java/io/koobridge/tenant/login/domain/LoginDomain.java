package io.koobridge.tenant.login.domain;

import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an enterprise's people log in, as a server may call it: {@code https://host[:port]} (tenant-sync §10.6). What it resolves to is looked at
 * when it is called, for that may change.
 *
 * @param base without a slash at its end
 */
public record LoginDomain(URI base) {

    private static final int LONGEST = 512;
    private static final int LONGEST_HOST = 253;
    private static final int LARGEST_PORT = 65_535;

    private static final Pattern FORM = Pattern.compile(
            "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?<host>\\[[^\\]/?#@\\\\]*\\]|[^/?#@:\\\\\\[\\]]*)(?::(?<port>[0-9]{1,5}))?(?<path>/.*)?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*/?");
    private static final List<String> LOOPBACKS = List.of("localhost", "127.0.0.1", "[::1]");

    /**
     * What an operator permits.
     *
     * @param loopback this very machine too, over http and below a path: for a local stack
     * @param suffixes host names, one of which it must be or end in; none: any public one
     */
    public record Rule(boolean loopback, List<String> suffixes) {

        public Rule {
            suffixes = suffixes.stream()
                    .map(suffix -> suffix.toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                    .toList();
        }

        private boolean permits(String host) {
            return suffixes.isEmpty()
                    || suffixes.stream().anyMatch(suffix -> host.equals(suffix) || host.endsWith("." + suffix));
        }
    }

    /** Whether it is this very machine, by one of the names that are taken for it. */
    public static boolean isLoopback(String host) {
        return LOOPBACKS.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Empty for whatever a server must not call. */
    public static Optional<LoginDomain> of(@Nullable String told, Rule rule) {
        if (told == null || told.isBlank() || told.length() > LONGEST) {
            return Optional.empty();
        }
        var form = FORM.matcher(told.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var scheme = Optional.ofNullable(form.group("scheme")).orElse("https").toLowerCase(Locale.ROOT);
        var path = Optional.ofNullable(form.group("path")).orElse("");
        if (rule.loopback() && isLoopback(form.group("host"))) {
            return local(scheme, form, path);
        }
        if (!scheme.equals("https") || !(path.isEmpty() || path.equals("/"))) {
            return Optional.empty();
        }
        return host(form.group("host")).filter(rule::permits).flatMap(host -> built("https", host, form, ""));
    }

    private static Optional<LoginDomain> local(String scheme, Matcher form, String path) {
        if (!List.of("http", "https").contains(scheme) || !PREFIX.matcher(path).matches()) {
            return Optional.empty();
        }
        return built(scheme, form.group("host").toLowerCase(Locale.ROOT), form, path.replaceFirst("/$", ""));
    }

    private static Optional<LoginDomain> built(String scheme, String host, Matcher form, String path) {
        var port = form.group("port");
        if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > LARGEST_PORT)) {
            return Optional.empty();
        }
        var standard = port == null || (scheme.equals("https") && Integer.parseInt(port) == 443);
        return Optional.of(new LoginDomain(
                URI.create(scheme + "://" + host + (standard ? "" : ":" + Integer.parseInt(port)) + path)));
    }

    /** A public name in the form that a resolver gets: no address in any spelling, and nothing that some resolver takes for one. */
    private static Optional<String> host(String told) {
        String host;
        try {
            host = IDN.toASCII(told, IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("\\.$", "");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
        var labels = List.of(host.split("\\.", -1));
        var publicName = host.length() <= LONGEST_HOST
                && labels.size() > 1
                && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
                && !NUMBER.matcher(labels.getLast()).matches()
                && !labels.getLast().equals("localhost");
        return publicName ? Optional.of(host) : Optional.empty();
    }

    public URI at(String path) {
        return URI.create(base + path);
    }
}

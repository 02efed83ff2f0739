package io.koobridge.tenant.login.domain;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses of the seller's that a browser may be sent to: each as it is, or all below one that ends in a slash. */
public record AllowedAddresses(List<URI> addresses) {

    private static final int LONGEST = 1_024;

    public AllowedAddresses {
        addresses = List.copyOf(addresses);
    }

    /** The first one when nothing is asked for; empty when it is none of these. */
    public Optional<URI> chosen(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return addresses.stream().findFirst();
        }
        return parsed(asked).filter(address -> addresses.stream().anyMatch(allowed -> covers(allowed, address)));
    }

    private static Optional<URI> parsed(String asked) {
        if (asked.length() > LONGEST || !asked.chars().allMatch(each -> each > ' ' && each < 0x7f && each != '\\')) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(asked)).filter(uri -> uri.getRawUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean covers(URI allowed, URI asked) {
        if (allowed.equals(asked)) {
            return true;
        }
        var path = Optional.ofNullable(asked.getRawPath()).orElse("");
        return allowed.getRawPath().endsWith("/")
                && allowed.getScheme().equalsIgnoreCase(asked.getScheme())
                && allowed.getRawAuthority().equalsIgnoreCase(asked.getRawAuthority())
                && path.startsWith(allowed.getRawPath())
                // Dots climb, however they are spelt.
                && asked.normalize().equals(asked)
                && !path.toLowerCase(Locale.ROOT).contains("%2e")
                && !path.toLowerCase(Locale.ROOT).contains("%2f")
                && !path.toLowerCase(Locale.ROOT).contains("%5c");
    }
}

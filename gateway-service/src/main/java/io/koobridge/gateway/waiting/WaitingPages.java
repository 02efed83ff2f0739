package io.koobridge.gateway.waiting;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses where buyers wait, if the seller wants such pages at all. */
public final class WaitingPages {

    private final @Nullable PageAddresses addresses;

    private WaitingPages(@Nullable PageAddresses addresses) {
        this.addresses = addresses;
    }

    /** No buyer waits here. */
    public static WaitingPages none() {
        return new WaitingPages(null);
    }

    public static WaitingPages at(PageAddresses addresses) {
        return new WaitingPages(addresses);
    }

    /**
     * What can be answered as the {@code frontEndUrl} of an instance: ASCII, at most 512 characters (saas-v1 §3.1), and always the same while the
     * first secret stays. Empty when there are no pages, and for what cannot be an instance's id.
     */
    public Optional<URI> addressOf(String instanceId) {
        return addresses == null ? Optional.empty() : addresses.of(instanceId);
    }

    /** What a path asks for. */
    Asked askedBy(String rawPath) {
        return addresses == null ? new Asked.Elsewhere() : addresses.askedBy(rawPath);
    }

    /** Whom a path asks for. */
    sealed interface Asked {

        /** Not for a waiting page. */
        record Elsewhere() implements Asked {}

        /** For a waiting page at an address that we never gave to anybody. */
        record Forged() implements Asked {}

        /** For this instance's page. */
        record For(String instanceId) implements Asked {}
    }
}

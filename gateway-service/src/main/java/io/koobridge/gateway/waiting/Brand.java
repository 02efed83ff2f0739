package io.koobridge.gateway.waiting;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whose page it is.
 *
 * @param name of the seller
 * @param logo fetched by the buyer's browser
 * @param support how the buyer reaches somebody
 */
public record Brand(@Nullable String name, @Nullable URI logo, Color color, Support support) {

    /**
     * Ways to reach the seller.
     *
     * @param email an address, without {@code mailto:}
     */
    public record Support(@Nullable URI page, @Nullable String email) {}
}

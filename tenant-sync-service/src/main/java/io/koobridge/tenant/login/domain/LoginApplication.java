package io.koobridge.tenant.login.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An application of the seller's that enterprises log in to.
 *
 * @param name as its addresses and settings have it
 * @param appId as the marketplace has it
 * @param addresses of the seller's
 * @param centre how its users' authentication centre is spoken to
 */
public record LoginApplication(String name, String appId, Addresses addresses, Centre centre) {

    /**
     * What was registered, and what is allowed.
     *
     * @param callback the application's registered address
     * @param returns of the product, which get identities
     * @param afterLogout of the product
     */
    public record Addresses(URI callback, AllowedAddresses returns, AllowedAddresses afterLogout) {}

    /**
     * The other side.
     *
     * @param unifiedPage where a user says who he is
     * @param server of all enterprises; absent: the one that the marketplace told of each
     * @param casService what tickets are made for, with {@code {tenant}} for the enterprise; absent: no tickets are taken
     * @param platformInitiated whether logins are taken that the workbench began
     * @param confirm whether a code without a state of ours is changed for one with it
     */
    public record Centre(
            LoginProfile profile,
            URI unifiedPage,
            @Nullable String server,
            @Nullable String casService,
            boolean platformInitiated,
            boolean confirm) {}
}

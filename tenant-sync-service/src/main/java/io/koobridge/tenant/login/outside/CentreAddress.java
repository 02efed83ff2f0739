package io.koobridge.tenant.login.outside;

import io.koobridge.tenant.login.domain.LoginDomain;
import io.koobridge.tenant.login.domain.LoginProfile;
import java.net.URI;

/**
 * An enterprise's authentication centre, and what we are to it.
 *
 * @param tenantId whose it is
 * @param client what we are called there
 * @param callback registered there
 */
public record CentreAddress(
        String tenantId, LoginProfile profile, LoginDomain domain, ClientPair client, URI callback) {

    /** What an application is to one enterprise (tenant-sync §5.2). */
    public record ClientPair(String id, String secret) {

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "ClientPair[%s]".formatted(id);
        }
    }
}

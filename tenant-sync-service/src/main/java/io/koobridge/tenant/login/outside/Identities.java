package io.koobridge.tenant.login.outside;

import com.nimbusds.jwt.JWTClaimsSet;
import io.koobridge.tenant.login.domain.LoginSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What products are told of who logged in: a JWT, signed, and too old to be shown again after minutes. */
public final class Identities {

    public static final Duration LIFE = Duration.ofMinutes(5);

    private final IdentityKeys keys;
    private final URI issuer;
    private final Clock clock;
    private final Supplier<String> ids;

    public Identities(IdentityKeys keys, URI issuer, Clock clock, Supplier<String> ids) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * For the product of this session.
     *
     * @param sid by which it renews the session and ends it
     * @param nonce what the product sent with the login; absent when it did not, when the platform began, and at renewals
     */
    public String of(LoginSession session, String sid, @Nullable String nonce) {
        var now = clock.instant();
        var person = session.person();
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience(session.application())
                .subject(person.subject())
                .claim("tenant", person.tenantId())
                .claim("tenant_name", person.tenantName())
                .claim("tenant_code", person.tenantCode())
                .claim("user_name", person.userName())
                .claim("name", person.name())
                .claim("role", person.role())
                .claim("org_code", person.orgCode())
                .claim("test", person.test())
                .claim("nonce", nonce)
                .claim("sid", sid)
                .claim("auth_time", session.authTime().getEpochSecond())
                .jwtID(ids.get())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build());
    }
}

package io.koobridge.tenant.login;

import io.koobridge.service.web.ApiKey;
import io.koobridge.tenant.login.domain.LoginProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Logins of enterprises' people: {@code koobridge.login.*}. Nothing of it is needed where {@code applications} is empty.
 *
 * @param applications by name, of 1 to 32 of the characters {@code a-z 0-9 -}, which stands in addresses; none: nobody logs in here
 * @param publicUrl required: where browsers and products reach this service, as in {@code https://login.example.com}; identities name it as their
 *     issuer
 * @param cookieSecrets required: each at least 32 characters; the first one signs cookies, each is accepted. The same in all replicas
 * @param signingKeys required: by which products check identities; the first one signs, all are published at {@code /login/jwks.json}
 * @param sessions how long they last, and how many
 * @param calls of authentication centres
 */
@ConfigurationProperties("koobridge.login")
public record LoginProperties(
        @DefaultValue Map<String, Application> applications,
        @Nullable URI publicUrl,
        @DefaultValue List<String> cookieSecrets,
        @DefaultValue List<SigningKey> signingKeys,
        @DefaultValue Sessions sessions,
        @DefaultValue Calls calls) {

    public LoginProperties {
        applications = Map.copyOf(applications);
        cookieSecrets = List.copyOf(cookieSecrets);
        signingKeys = List.copyOf(signingKeys);
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "LoginProperties%s".formatted(applications.keySet());
    }

    /**
     * An application that is logged in to.
     *
     * @param appId required: as its credential in the seller console has it
     * @param profile {@code oneaccess} or {@code orgid}
     * @param callbackUrl required: the address that is registered for it, of the same host as {@code public-url}; what is in front of this service
     *     leads it to {@code /login/<name>/callback}
     * @param returnUrls required: addresses of the product that get identities: each as it is, or all below one that ends in a slash; the first one
     *     when nothing else is asked for
     * @param postLogoutUrls addresses that a browser may go to after it was logged out; the first one when nothing else is asked for
     * @param apiKeys of the product's server, for renewing and ending sessions
     * @param unifiedPage where users say who they are
     * @param serverUrl the one authentication centre of all enterprises; absent: that of each one's domain
     * @param casServiceUrl what CAS tickets are made for, exactly as registered, with {@code {tenant}} where the enterprise's id stands, as in {@code
     *     https://login.example.com/login/erp/cas?tenant={tenant}}; absent: no tickets are taken
     * @param platformInitiated whether logins are taken that begin at the workbench
     * @param confirm whether a code that comes without a {@code state} of this service is dropped, and the enterprise asked for another one with it;
     *     false only for an authentication centre that gives no {@code state} back: then anybody may put his own login into another one's browser
     */
    @ConfigurationPropertiesSource
    public record Application(
            @Nullable String appId,
            @DefaultValue("oneaccess") LoginProfile profile,
            @Nullable URI callbackUrl,
            @DefaultValue List<URI> returnUrls,
            @DefaultValue List<URI> postLogoutUrls,
            @DefaultValue List<ApiKey> apiKeys,

            @DefaultValue("https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP")
            URI unifiedPage,

            @Nullable String serverUrl,
            @Nullable String casServiceUrl,
            @DefaultValue("true") boolean platformInitiated,
            @DefaultValue("true") boolean confirm) {

        public Application {
            returnUrls = List.copyOf(returnUrls);
            postLogoutUrls = List.copyOf(postLogoutUrls);
            apiKeys = List.copyOf(apiKeys);
        }
    }

    /**
     * One key of ES256. Each has either half.
     *
     * @param kid required: what identities call it, 1 to 32 characters of {@code A-Z a-z 0-9 . _ -}
     * @param privateKey PEM text ({@code BEGIN PRIVATE KEY}), or the location of a file with it, as in {@code file:/run/secrets/login-key.pem}; the
     *     first key needs it
     * @param publicKey instead of the private half, for a key that signs no more: PEM text ({@code BEGIN PUBLIC KEY}) or location
     */
    @ConfigurationPropertiesSource
    public record SigningKey(
            @Nullable String kid,
            @Nullable String privateKey,
            @Nullable String publicKey) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return "SigningKey[kid=%s]".formatted(kid);
        }
    }

    /**
     * Of users.
     *
     * @param longest after which a user logs in again, whatever he did
     * @param perUser how many a user has in one application at most, 1 to 100; the oldest makes room
     * @param checkInterval how often those are looked for that are over
     */
    @ConfigurationPropertiesSource
    public record Sessions(
            @DefaultValue("12h") Duration longest,
            @DefaultValue("10") int perUser,
            @DefaultValue("1m") Duration checkInterval) {

        public Sessions {
            if (!longest.isPositive() || !checkInterval.isPositive()) {
                throw new IllegalArgumentException(
                        "koobridge.login.sessions.longest and .check-interval must be positive, are %s and %s"
                                .formatted(longest, checkInterval));
            }
        }
    }

    /**
     * Of authentication centres.
     *
     * @param timeout after which one of them counts as unreachable; at most 10s
     * @param domainSuffixes host names, one of which an enterprise's login domain must be or end in, as in {@code huaweioneaccess.com}; none: any
     *     public one
     * @param allowLoopback whether this very machine may be called, over http too: for a local stack, never in production
     */
    @ConfigurationPropertiesSource
    public record Calls(
            @DefaultValue("5s") Duration timeout,
            @DefaultValue List<String> domainSuffixes,
            @DefaultValue("false") boolean allowLoopback) {

        private static final Duration LONGEST = Duration.ofSeconds(10);

        public Calls {
            domainSuffixes = List.copyOf(domainSuffixes);
            if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "koobridge.login.calls.timeout must be above 0 and at most 10s, is " + timeout);
            }
        }
    }
}

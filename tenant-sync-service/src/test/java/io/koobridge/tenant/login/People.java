package io.koobridge.tenant.login;

import io.koobridge.events.SealedText;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Enterprises and their people in memory. */
public final class People implements LoginTenants, LoginSecrets {

    public static final String TENANT = "t-0a1b2c3d";
    public static final String OTHER = "t-other";
    public static final String APP_ID = "app-5f0c";
    public static final String SECRET = "oA-Client-Secret_9f8e7d6c5b4a#$^&=+ %";
    public static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();
    private final Map<String, User> users = new ConcurrentHashMap<>();

    public volatile boolean keysAreLost;

    public static Tenant tenant(String id, @Nullable String domain) {
        return new Tenant(
                id,
                new Tenant.About("acme", "Acme 制造有限公司", domain, NOW),
                Map.of("inst-1", new Tenant.Binding("CS1", true, NOW, false)),
                Map.of(
                        APP_ID,
                        new Tenant.Client(
                                "client-1",
                                new SealedText("sealed"),
                                NOW,
                                Map.of("inst-1", new Tenant.Holding(true, NOW, false)))),
                new Tenant.Organisation(0, 0, null, 0, 0),
                new Tenant.Mirror(false, false, false, 0),
                1,
                1,
                List.of());
    }

    public static Tenant unbound(Tenant tenant) {
        return new Tenant(
                tenant.id(),
                tenant.about(),
                Map.of("inst-1", new Tenant.Binding("CS1", false, NOW, false)),
                tenant.clients(),
                tenant.organisation(),
                new Tenant.Mirror(false, false, false, 0),
                2,
                2,
                List.of());
    }

    public static Tenant withoutClient(Tenant tenant) {
        return new Tenant(
                tenant.id(),
                tenant.about(),
                tenant.bindings(),
                Map.of(),
                tenant.organisation(),
                new Tenant.Mirror(false, false, false, 0),
                2,
                2,
                List.of());
    }

    public static User user(
            String tenantId, String name, User.Standing standing, boolean enabled, @Nullable String role) {
        return new User(
                tenantId,
                name,
                new User.Profile("李雷", "D100", null, null, null, null, null, null, null, Map.of(), NOW),
                Map.of(
                        APP_ID,
                        new User.Grant(role, enabled, NOW, Map.of("inst-1", new User.Share(standing, NOW, false)))));
    }

    public static User user(String name) {
        return user(TENANT, name, User.Standing.GRANTED, true, "user");
    }

    public void knows(Tenant tenant) {
        tenants.put(tenant.id(), tenant);
    }

    public void knows(User user) {
        users.put(user.tenantId() + "/" + user.userName(), user);
    }

    @Override
    public Mono<Tenant> tenant(String tenantId) {
        return Mono.fromSupplier(() -> tenants.get(tenantId));
    }

    @Override
    public Mono<User> user(String tenantId, String userName) {
        return Mono.fromSupplier(() -> users.get(tenantId + "/" + userName));
    }

    @Override
    public Optional<String> open(String tenantId, String appId, SealedText secret) {
        return keysAreLost ? Optional.empty() : Optional.of(SECRET);
    }
}

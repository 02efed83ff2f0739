package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.calling.KitPost;
import io.koobridge.simulator.calling.Settings;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.enterprise.Enterprise.Work;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Violations;
import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.signing.ClientSecretCipher;
import io.koobridge.simulator.signing.ClientSecretCipher.Variant;
import io.koobridge.simulator.signing.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** All enterprises, and the way in which they do something. Safe for threads. */
public final class Enterprises {
    private static final int MOST = 50;
    // Departments and users of all together: the local stack gives the simulator little memory.
    private static final int MOST_ROWS = 400_000;
    private static final String TOP_LEVEL = "/";

    private final Settings settings;
    private final KitSettings kit;
    private final Credentials credentials;
    private final Till till;
    private final Messenger messenger;
    private final Map<String, Enterprise> all = new LinkedHashMap<>();
    private int founded;

    public Enterprises(Settings settings, KitSettings kit, Credentials credentials, Outside outside) {
        this.settings = settings;
        this.kit = kit;
        this.credentials = credentials;
        this.till = outside.till();
        Stationery stationery = new Stationery(
                settings.gatewayUrl(), till.ids()::kitNonce, till.timing().real());
        this.messenger = new Messenger(
                outside.post(), stationery, outside.violations(), till.timing().real());
    }

    /** How enterprises reach the seller. */
    public record Outside(Till till, KitPost post, Violations violations) {}

    /**
     * A new enterprise, which has told nobody anything yet.
     *
     * @param here the address by which the simulator was reached
     */
    public synchronized Enterprise found(Founding wish, String here) {
        if (kit.key().isBlank()) {
            throw new NotNow("no key for that is configured (koobridge.simulator.kit.key)");
        }
        if (all.size() >= MOST) {
            throw new NotNow("there are " + MOST + " enterprises: DELETE one first");
        }
        int rows = all.values().stream().mapToInt(Enterprise::size).sum();
        if (rows + wish.departmentCount() + wish.userCount() > MOST_ROWS) {
            throw new NotNow("all enterprises together have at most " + MOST_ROWS + " departments and users");
        }
        Profile profile = profile(wish, here);
        if (all.values().stream()
                .anyMatch(each -> each.profile().tenantCode().equals(profile.tenantCode())
                        || each.profile().tenantId().equals(profile.tenantId()))) {
            throw new NotNow("the tenantCode or the tenantId is taken");
        }
        long seed = wish.seedOrDefault();
        Truth truth = new Truth(
                new Words(profile),
                new Departments(profile.name(), wish.departmentCount(), seed),
                new Roster(new People(seed, profile.tenantCode(), wish.departmentCount()), wish.userCount()),
                () -> cipher(profile.appId()));
        Enterprise enterprise = new Enterprise(profile, keys(profile.path()), seed, truth);
        all.put(profile.tenantId(), enterprise);
        return enterprise;
    }

    private Profile profile(Founding wish, String here) {
        int number = ++founded;
        String code = wish.tenantCode() == null ? "ent-" + number : wish.tenantCode();
        boolean trying = wish.isCredentialStage();
        String appId = Objects.requireNonNullElse(wish.appId(), kit.appId());
        var unused = credentials.known(appId);
        String seeded = Digests.sha256((wish.seedOrDefault() + "|" + code).getBytes(StandardCharsets.UTF_8));
        String oneAccess =
                kit.oneAccessUrl() == null ? here : kit.oneAccessUrl().toString();
        return new Profile(
                Objects.requireNonNullElse(wish.tenantId(), "t-" + seeded.substring(0, 32)),
                code,
                Objects.requireNonNullElse(wish.name(), "示例企业 " + code),
                Objects.requireNonNullElse(wish.domainName(), oneAccess.replaceAll("/+$", "") + "/oneaccess/" + code),
                id(wish.instanceId(), trying, "kb-local-" + seeded.substring(0, 16)),
                id(wish.orderId(), trying, till.newOrderId()),
                appId,
                "c" + seeded.substring(32, 44),
                // The characters that have to be encoded in a form.
                "oA-" + seeded.substring(44) + "#$^",
                Objects.requireNonNullElse(wish.edition(), Edition.V2),
                address(wish.address()),
                Objects.requireNonNullElse(wish.idsAs(), Profile.IdsAs.EMPTY),
                Objects.requireNonNullElse(wish.variant(), Variant.A),
                trying);
    }

    private static String id(@Nullable String wanted, boolean trying, String otherwise) {
        return wanted == null ? (trying ? "" : otherwise) : wanted;
    }

    private String address(@Nullable String wanted) {
        String path = wanted == null ? settings.saasPath() : wanted;
        return path.equals(TOP_LEVEL) ? "" : path.replaceAll("/+$", "");
    }

    private KitSettings.Keys keys(String path) {
        return path.equals(settings.license().path()) ? kit.licenseKeys() : kit.keys();
    }

    private ClientSecretCipher cipher(String appId) {
        String key = credentials.known(appId).publicKey();
        if (key.isBlank()) {
            throw new NotNow("the credential " + appId + " has no publicKey: applicationSync cannot be written");
        }
        return ClientSecretCipher.of(key);
    }

    public synchronized List<Enterprise> listed() {
        return List.copyOf(all.values());
    }

    public Enterprise known(String tenantId) {
        return listed().stream()
                .filter(each -> each.profile().tenantId().equals(tenantId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no enterprise " + tenantId));
    }

    public Optional<Enterprise> byCode(String tenantCode) {
        return listed().stream()
                .filter(each -> each.profile().tenantCode().equals(tenantCode))
                .findFirst();
    }

    /** It is forgotten here; the seller is not told. */
    public synchronized void forget(String tenantId) {
        if (all.remove(tenantId) == null) {
            throw new NoSuchElementException("no enterprise " + tenantId);
        }
    }

    /** An operation that has begun. */
    public record Begun(Operation operation, CompletableFuture<Operation> end) {}

    public Begun perform(Enterprise enterprise, String name, Deed deed, Manner manner) {
        KitFault fault = manner.fault();
        if (fault != null) {
            fault.require(enterprise.profile().edition());
        }
        if (manner.held()) {
            Operation held = enterprise.hold(name, deed, now());
            return new Begun(held, CompletableFuture.completedFuture(held));
        }
        return run(enterprise, enterprise.begin(name, deed, now()), manner);
    }

    public Begun deliver(Enterprise enterprise, @Nullable Long shuffle, int secondsBetween, Manner manner) {
        return run(enterprise, enterprise.deliverHeld(shuffle, secondsBetween, now()), manner);
    }

    public Begun retry(Enterprise enterprise) {
        return run(enterprise, enterprise.retry(now()), Manner.PLAIN);
    }

    private Instant now() {
        return till.timing().real().instant();
    }

    private Begun run(Enterprise enterprise, Work work, Manner manner) {
        var end = new CompletableFuture<Operation>();
        till.timing().timetable().now(() -> {
            messenger.deliver(enterprise, work, manner);
            end.complete(enterprise.operation(work.operation().number()));
        });
        return new Begun(work.operation(), end);
    }
}

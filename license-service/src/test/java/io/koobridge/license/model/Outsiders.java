package io.koobridge.license.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Delivery.Receipt;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.license.ledger.Places;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.testkit.Coroutine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The places, the stored bytes, the issuer and the marketplace of one licence. The issuer is the worst that there can be: his
 * every answer is another licence. Answers are lost, promised and refused by a seed; with none, all is well at once.
 */
final class Outsiders implements Places, StoredLicenses, Issuer {

    private final @Nullable Random random;
    private final Set<String> kept = new HashSet<>();
    private final Set<LicenseOrder> orders = new HashSet<>();
    private final Set<String> uploaded = new HashSet<>();
    private @Nullable LicenseFile stored;
    private boolean forgetful;
    private boolean reliable;
    private boolean revoked;
    private int made;

    Outsiders(@Nullable Random random) {
        this.random = random;
        this.reliable = random == null;
    }

    /** What is stored is never seen again, as if there were no store. */
    void forget() {
        forgetful = true;
    }

    void becomeReliable() {
        reliable = true;
    }

    Set<LicenseOrder> orders() {
        return orders;
    }

    /** Every licence that the marketplace ever saw. */
    Set<String> uploaded() {
        return uploaded;
    }

    @Nullable LicenseFile stored() {
        return stored;
    }

    boolean revoked() {
        return revoked;
    }

    int places() {
        return kept.size();
    }

    @Override
    public Mono<OrderKey> keep(Event<LicenseApplied> application, long generation) {
        return Mono.fromSupplier(() -> {
            Coroutine.pause();
            if (chance(8) == 1) {
                return null;
            }
            kept.add(application.subject());
            Coroutine.pause();
            return Applications.ORDER;
        });
    }

    @Override
    public Mono<Void> free(String licenseId, long generation) {
        return Mono.fromRunnable(() -> {
            Coroutine.pause();
            kept.remove(licenseId);
            Coroutine.pause();
        });
    }

    @Override
    public Mono<LicenseFile> find(String licenseId) {
        return Mono.fromSupplier(() -> {
            Coroutine.pause();
            return forgetful ? null : stored;
        });
    }

    @Override
    public Mono<LicenseFile> keep(String licenseId, LicenseFile file) {
        return Mono.fromSupplier(() -> {
            Coroutine.pause();
            if (stored == null || forgetful) {
                stored = file;
            }
            var answer = stored;
            Coroutine.pause();
            return answer;
        });
    }

    @Override
    public Kind kind() {
        return Kind.HTTP;
    }

    @Override
    public Answer issue(LicenseOrder order) {
        Coroutine.pause();
        orders.add(order);
        var answer =
                new Answer.Issued(new LicenseFile("LIC-%d".formatted(++made).getBytes(UTF_8), null));
        Coroutine.pause();
        return switch (chance(8)) {
            case 1 -> new Answer.Failed("timed out, though issued");
            case 2 -> new Answer.Working(Duration.ofSeconds(20));
            case 3 -> new Answer.Refused("not today");
            default -> answer;
        };
    }

    @Override
    public Revocation revoke(LicenseOrder order) {
        Coroutine.pause();
        revoked = true;
        Coroutine.pause();
        return chance(4) == 1 ? new Revocation.Failed("timed out") : new Revocation.Done();
    }

    Receipt upload(String eventId, LicenseFile file) {
        Coroutine.pause();
        uploaded.add(new String(file.bytes(), UTF_8));
        Coroutine.pause();
        return switch (chance(10)) {
            case 1, 2 -> new Receipt.Again("timed out, though taken", true);
            case 3 -> new Receipt.Refused("91381037", "format");
            case 4 -> new Receipt.Denied("denied");
            default -> new Receipt.Taken();
        };
    }

    private int chance(int of) {
        return reliable || random == null ? 0 : random.nextInt(of);
    }
}

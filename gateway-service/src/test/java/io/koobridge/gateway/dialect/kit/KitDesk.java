package io.koobridge.gateway.dialect.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.kit.KitSignature;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.Event;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KeyUses;
import io.koobridge.gateway.address.KitPath;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.call.BodyRead;
import io.koobridge.gateway.call.CallbackLog;
import io.koobridge.gateway.call.Callbacks;
import io.koobridge.gateway.call.Conversation;
import io.koobridge.gateway.call.Ending;
import io.koobridge.gateway.call.NonceMemory;
import io.koobridge.gateway.command.Commands;
import io.koobridge.gateway.command.FakeInstances;
import io.koobridge.gateway.command.FakeTenants;
import io.koobridge.gateway.command.InstanceNames;
import io.koobridge.gateway.command.Licenses;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialects;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.lost.LostCalls;
import io.koobridge.gateway.publish.FactPublishers;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.gateway.publish.Publishing;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.trace.Spans;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The gateway's real conversation about tenants, from a call's head and body to its answer, between a broker and a tenant-sync-service of the test's making. */
public final class KitDesk {

    /** When the vectors were signed. */
    public static final Instant NOW = Instant.ofEpochMilli(1_767_225_600_123L);

    public static final AccessKey KIT = new AccessKey("kit-1", KitVectors.key(), null);
    static final AccessKey KIT_V1 = new AccessKey("kit-2", KitVectors.v1Key(), null);
    static final AccessKey V1 = new AccessKey("v1-1", "a-secret-of-v1", null);
    public static final ProductionAddress ADDRESS = new ProductionAddress(
            "/koogallery/saas",
            AddressKind.SAAS,
            new AddressCodes(Edition.CN, "000005"),
            new AddressKeys(
                    KeyRing.of(new AccessKey("base-1", "a-secret-of-base", null)),
                    KeyRing.of(V1),
                    Optional.of(KeyRing.of(KIT, KIT_V1))),
            UsualTerms.USUAL);

    private static final SealingKeys USERS = SealingKeys.generate();

    static final Sealer SEALER = Sealer.of(USERS.publicKeyset());

    /** What tenant-sync-service has. */
    static final Opener OPENER = Opener.of(USERS.privateKeyset());

    final MutableClock clock = MutableClock.at(NOW);
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final RecordingJournal journal = new RecordingJournal();
    final LostCalls lostCalls = new LostCalls(meters);
    public final FakeTenants tenants = new FakeTenants();
    public final List<Event<TenantFact>> facts = new CopyOnWriteArrayList<>();
    public Function<Event<TenantFact>, Mono<Publication>> broker = _ -> Mono.just(new Publication.Stored());

    private final Callbacks callbacks;
    private int nonces;

    public KitDesk() {
        this(false);
    }

    KitDesk(boolean answersSigned) {
        var commands = new Commands(
                new InstanceNames(new SellerId("seller")),
                new FactPublishers(
                        Publishing.unexpected(),
                        Publishing.unexpected(),
                        Publishing.unexpected(),
                        Publishing.unexpected(),
                        fact -> Mono.defer(() -> {
                            facts.add(fact);
                            return broker.apply(fact);
                        })),
                new Commands.Services(new FakeInstances(), Licenses.none(), tenants));
        var log = new CallbackLog(
                journal,
                meters,
                new CallbackLog.Memory(new KeyUses(List.of(ADDRESS), clock), lostCalls),
                Spans.unrecorded());
        var dialects = new Dialects(
                Map.of(),
                Map.of(KitEdition.V1, KitV1.dialect(SEALER), KitEdition.V2, KitV2.dialect(SEALER, answersSigned)));
        callbacks = new Callbacks(dialects, new Conversation(commands, new NonceMemory(() -> 0), log), log, clock);
    }

    /** A call of either edition, signed as it says. */
    public Ending take(KitEdition edition, KitInterface called, Map<String, String> headers, byte[] body) {
        var all = new HttpHeaders();
        headers.forEach(all::add);
        var head = new CallHead(
                ADDRESS, new KitPath(edition, called), "POST", "", all, clock.instant(), Schedulers.parallel());
        return Objects.requireNonNull(callbacks
                .take(
                        head,
                        longest -> Mono.just(
                                body.length > longest
                                        ? new BodyRead.GivenUp(Refusal.TOO_LONG)
                                        : new BodyRead.Complete(body)))
                .block());
    }

    /** One that the marketplace makes now, of V2. */
    Ending v2(KitInterface called, String body) {
        return v2(called, body.getBytes(UTF_8));
    }

    Ending v2(KitInterface called, byte[] body) {
        nonces++;
        return take(KitEdition.V2, called, signed("nonce-" + nonces, clock.instant(), body), body);
    }

    /** One that the marketplace makes now, of V1. */
    Ending v1(KitInterface called, String body) {
        return take(KitEdition.V1, called, Map.of(AuthToken.NAME, token(KIT, body)), body.getBytes(UTF_8));
    }

    /** Of either edition. */
    Ending call(KitEdition edition, KitInterface called, String body) {
        return switch (edition) {
            case V1 -> v1(called, body);
            case V2 -> v2(called, body);
        };
    }

    public static Map<String, String> signed(String nonce, Instant at, byte[] body) {
        var timestamp = Long.toString(at.toEpochMilli());
        return headers(KitSignature.sign(KIT, nonce, timestamp, body), timestamp, nonce);
    }

    static Map<String, String> headers(String sign, String timestamp, String nonce) {
        return Map.of(KitSignature.SIGN, sign, KitSignature.TIMESTAMP, timestamp, KitSignature.NONCE, nonce);
    }

    /** Over what the body says, nested values as compact JSON. */
    public static String token(AccessKey key, String body) {
        var members = new TreeMap<String, String>();
        CallJson.readLastWins(body.getBytes(UTF_8))
                .orElseThrow()
                .propertyStream()
                .forEach(member -> members.put(
                        member.getKey(),
                        member.getValue().isContainer()
                                ? member.getValue().toString()
                                : member.getValue().asString("")));
        return AuthToken.sign(key, members);
    }

    static String code(Ending ending) {
        return ending.answer().resultCode();
    }

    static String said(Ending ending) {
        return new String(ending.answer().json(), UTF_8);
    }

    List<TenantFact> told() {
        return facts.stream().<TenantFact>map(Event::data).toList();
    }

    double needingRestart(KitInterface called) {
        return meters.find("koobridge.callbacks.need.restart").tag("activity", called.label()).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }
}

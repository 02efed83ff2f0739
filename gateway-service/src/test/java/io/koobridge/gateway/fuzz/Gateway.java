package io.koobridge.gateway.fuzz;

import io.koobridge.crypto.response.BodySign;
import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.TraceContext;
import io.koobridge.events.journal.JournalEntry;
import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.KeyUses;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.call.BodyRead;
import io.koobridge.gateway.call.CallbackLog;
import io.koobridge.gateway.call.Callbacks;
import io.koobridge.gateway.call.Conversation;
import io.koobridge.gateway.call.Ending;
import io.koobridge.gateway.call.NonceMemories;
import io.koobridge.gateway.call.NonceMemory;
import io.koobridge.gateway.command.Commands;
import io.koobridge.gateway.command.InstanceNames;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.command.Tenants;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialects;
import io.koobridge.gateway.dialect.license.OnlineLicense;
import io.koobridge.gateway.dialect.license.code.LicenseCodes;
import io.koobridge.gateway.dialect.license.v1.LicenseV1;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import io.koobridge.gateway.dialect.saas.v1.SaasV1;
import io.koobridge.gateway.dialect.saas.v2.SaasV2;
import io.koobridge.gateway.lost.LostCalls;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The gateway's real conversation between a world of the test's making and callers who know neither HTTP nor time. */
final class Gateway implements Journal {

    static final Clock CLOCK = Clock.fixed(Place.NOW, ZoneOffset.UTC);

    private static final SealingKeys CONTACT = SealingKeys.generate();

    /** Opens what the dialect sealed. */
    static final Opener CONTACT_OPENER = Opener.of(CONTACT.privateKeyset());

    /** Where buyers wait: not for every instance, so that both is tried. */
    static final WaitingPage WAITING_PAGE =
            id -> id.charAt(id.length() - 1) < 'h' ? Optional.of("https://wait.example.com/w") : Optional.empty();

    private static final SaasV1.Tools V1_TOOLS = new SaasV1.Tools(
            new InstanceNames(new SellerId(Corpus.SELLER)), Sealer.of(CONTACT.publicKeyset()), WAITING_PAGE);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NonceMemory nonces = new NonceMemory(() -> 0);
    private final AtomicInteger journaled = new AtomicInteger();
    private final Set<String> labels = ConcurrentHashMap.newKeySet();
    private final Callbacks callbacks = callbacks();

    static List<ProductionAddress> addresses() {
        return Arrays.stream(Place.values()).map(Place::address).toList();
    }

    Callbacks callbacksOf() {
        return callbacks;
    }

    /** Always one, or the call was not answered at all. */
    Mono<Answered> take(Sent wire, Tape tape) {
        return Mono.defer(() -> {
            long began = System.nanoTime();
            var head = new CallHead(
                    wire.place().address(),
                    wire.method(),
                    wire.query(),
                    headers(wire),
                    Place.NOW,
                    Schedulers.parallel());
            return callbacks
                    .take(
                            head,
                            longest -> Mono.just(
                                    wire.body().length > longest
                                            ? new BodyRead.GivenUp(Refusal.TOO_LONG)
                                            : new BodyRead.Complete(wire.body())))
                    .map(ending -> answered(ending, Duration.ofNanos(System.nanoTime() - began)))
                    .contextWrite(context -> context.put(World.TAPE, tape));
        });
    }

    private static HttpHeaders headers(Sent wire) {
        var headers = new HttpHeaders();
        if (!wire.tokenHeader().isEmpty()) {
            headers.set("authToken", wire.tokenHeader());
        }
        return headers;
    }

    private static Answered answered(Ending ending, Duration took) {
        var answer = ending.answer();
        return new Answered(answer.contentType(), BodySign.value(ending.signer(), answer.json()), answer.json(), took);
    }

    @Override
    public void write(String subject, JournalEntry entry, @Nullable TraceContext trace) {
        journaled.incrementAndGet();
        if (entry instanceof CallbackAnswered answered) {
            labels.add(answered.activity());
            labels.add(answered.verdict());
        }
    }

    @Override
    public void writeWhenPossible(String subject, JournalEntry entry, @Nullable TraceContext trace) {
        write(subject, entry, trace);
    }

    int journaled() {
        return journaled.get();
    }

    /** Activities and verdicts that the journal was told. */
    Set<String> labels() {
        return labels;
    }

    int meters() {
        return meters.getMeters().size();
    }

    long rememberedBytes() {
        return NonceMemories.bytes(nonces);
    }

    private Callbacks callbacks() {
        var world = World.instance();
        var commands = new Commands(
                new InstanceNames(new SellerId(Corpus.SELLER)),
                World.broker(),
                new Commands.Services(world, new LicenseWorld(), Tenants.none()));
        var log = new CallbackLog(
                this,
                meters,
                new CallbackLog.Memory(new KeyUses(addresses(), CLOCK), new LostCalls(meters)),
                Spans.unrecorded());
        var conversation = new Conversation(commands, nonces, log);
        var dialects = new Dialects(Map.of(
                AddressKind.SAAS, List.of(new SaasV2(), new SaasV1(V1_TOOLS)),
                AddressKind.LICENSE, List.of(OnlineLicense.dialect(), LicenseV1.dialect()),
                AddressKind.LICENSE_CODE, List.of(LicenseCodes.dialect())));
        return new Callbacks(dialects, conversation, log, CLOCK);
    }
}

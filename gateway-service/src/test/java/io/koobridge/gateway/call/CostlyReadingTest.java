package io.koobridge.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.command.Deadline;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Once;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.saas.v2.SaasV2;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class CostlyReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final AccessKey KEY = new AccessKey("v1-1", "a-secret-made-up", null);
    private static final Translation READ = new Translation.NotUnderstood(Activity.OTHER, "whatever it says");

    private final Scheduler loop = Schedulers.newSingle("loop");
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CostlyReading reading = new CostlyReading();

    @AfterEach
    void end() {
        ended.countDown();
        loop.dispose();
    }

    @Test
    void itReadsElsewhereAndGoesOnWhereTheCallIs() {
        var places = read(reading, CostlyReadingTest::here, soon())
                .map(read -> ((CostlyReading.Read.Done<Translation>) read).value())
                .map(read -> ((Translation.NotUnderstood) read).why() + " then "
                        + Thread.currentThread().getName())
                .blockLast();

        assertThat(places).matches("costly-reading-\\d+ then loop-\\d+");
    }

    @Test
    void twoAreReadAtOnceAndNoMore() throws Exception {
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        var both = new CountDownLatch(2);
        var calls = Flux.range(0, 20)
                .flatMap(_ -> read(
                        reading,
                        () -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            both.countDown();
                            await(both);
                            now.decrementAndGet();
                            return READ;
                        },
                        Duration.ofSeconds(20)))
                .collectList()
                .block();

        assertThat(calls).hasSize(20).allMatch(CostlyReading.Read.Done.class::isInstance);
        assertThat(most).hasValue(2);
    }

    @Tag("promise:answered-in-time")
    @Test
    void whatIsNotReadInTimeIsLate() {
        var read = read(reading, this::endless, Duration.ofMillis(50)).blockLast();

        assertThat(read).isEqualTo(new CostlyReading.Read.Refused<>(Refusal.LATE));
    }

    @Tag("promise:answered-in-time")
    @Test
    void whatFindsNoPlaceInTheQueueIsRefusedAtOnce() {
        var full = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        var crowded = new CostlyReading(full);
        var first = read(crowded, this::endless, Duration.ofSeconds(20)).subscribe();

        assertThat(read(crowded, CostlyReadingTest::here, soon()).blockLast())
                .isEqualTo(new CostlyReading.Read.Refused<>(Refusal.NO_ROOM));

        first.dispose();
        full.shutdownNow();
    }

    @Test
    void aCallThatNobodyReadIsRefusedAsTheMarketplacesOwn() {
        var ending = Ending.unread(known(CostlyReadingTest::here), Refusal.LATE);

        assertThat(ending.answer().resultCode()).isEqualTo("000005");
        assertThat(ending.answer().failed()).isTrue();
        assertThat(ending.authentic()).isTrue();
        assertThat(ending.signer()).isEqualTo(KEY);
        assertThat(ending.subject()).isEqualTo("/koogallery/saas");
        assertThat(ending.activity()).isEqualTo(Activity.OTHER);
    }

    private Translation endless() {
        await(ended);
        return READ;
    }

    private static Translation here() {
        return new Translation.NotUnderstood(
                Activity.OTHER, Thread.currentThread().getName());
    }

    private static Duration soon() {
        return Duration.ofSeconds(20);
    }

    private Flux<CostlyReading.Read<Translation>> read(
            CostlyReading reading, Supplier<Translation> translation, Duration within) {
        return reading.read(translation::get, loop, Deadline.in(within)).flux();
    }

    private Known known(Supplier<Translation> translation) {
        var ring = KeyRing.of(KEY);
        var address = new ProductionAddress(
                "/koogallery/saas",
                AddressKind.SAAS,
                new AddressCodes(Edition.CN, "000005"),
                new AddressKeys(ring, ring, Optional.empty()),
                UsualTerms.USUAL);
        var head = new CallHead(address, "GET", "", new HttpHeaders(), NOW, loop);
        return new Known(head, new SaasV2(), new Call(translation));
    }

    private record Call(Supplier<Translation> translation) implements VerifiedCall {

        @Override
        public AccessKey key() {
            return KEY;
        }

        @Override
        public Instant signedAt() {
            return NOW;
        }

        @Override
        public Optional<Once> once() {
            return Optional.empty();
        }

        @Override
        public Translation translate() {
            return translation.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.koobridge.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.service.Stores;
import io.koobridge.testkit.FreePorts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class StoreGuardTest {

    private final CopyOnWriteArrayList<SellerMismatchException> refused = new CopyOnWriteArrayList<>();

    @Test
    void theFirstStartWritesTheSellersNameAndLaterOnesFindIt() {
        try (var stores = Stores.fresh(StoreGuardTest.class)) {
            stamp("one", stores.database()).block();

            assertThatCode(() -> stamp("one", stores.database()).block()).doesNotThrowAnyException();
        }
    }

    @Tag("promise:one-seller-one-ledger")
    @Test
    void aLedgerThatAnotherSellerBeganIsRefusedWithWhatToDo() {
        try (var stores = Stores.fresh(StoreGuardTest.class)) {
            stamp("one", stores.database()).block();

            assertThatThrownBy(() -> stamp("two", stores.database()).block())
                    .isInstanceOf(SellerMismatchException.class)
                    .hasMessage("koobridge.seller-id is 'two' but the ledger was begun by 'one': instance ids would "
                            + "change; set it back or point spring.mongodb.uri at another database");
        }
    }

    @Test
    void anotherSellersStoreIsNeverReadyAndIsToldOnce() {
        try (var stores = Stores.fresh(StoreGuardTest.class)) {
            stamp("one", stores.database()).block();
            var guard = guard(stores.database(), List.of(new SellerStamp(new SellerId("two"))));

            guard.start();

            await().until(() -> !refused.isEmpty());
            assertThat(guard.ready().toFuture().isDone()).isFalse();
            assertThat(refused).hasSize(1);
            guard.stop();
        }
    }

    @Tag("promise:starts-anyway")
    @Test
    void aStoreThatIsAbsentAtTheStartIsPreparedWhenItAppears() {
        int port = FreePorts.next();
        try (var stores = Stores.at(port)) {
            var guard = guard(stores.database(), List.of(new SellerStamp(new SellerId("one"))));
            var ready = guard.ready().toFuture();

            var begin = System.nanoTime();
            guard.start();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("the start is not held up")
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(ready.isDone()).isFalse();

            var server = new MongoServer(new MemoryBackend());
            server.bind("127.0.0.1", port);
            try {
                await().atMost(Duration.ofSeconds(30)).until(ready::isDone);
                assertThat(guard.ready().toFuture().isDone())
                        .as("at once ever after")
                        .isTrue();
                assertThatThrownBy(() -> stamp("two", stores.database()).block())
                        .isInstanceOf(SellerMismatchException.class);
            } finally {
                guard.stop();
                server.shutdownNow();
            }
        }
    }

    @Test
    void everyPreparationIsRepeatedUntilAllHaveSucceeded() {
        try (var stores = Stores.fresh(StoreGuardTest.class)) {
            var first = new AtomicInteger();
            var second = new AtomicInteger();
            var guard = guard(
                    stores.database(),
                    List.of(
                            _ -> Mono.fromRunnable(first::incrementAndGet),
                            _ -> second.incrementAndGet() < 3
                                    ? Mono.error(new IllegalStateException("not yet"))
                                    : Mono.empty()));

            guard.start();

            guard.ready().block(Duration.ofSeconds(30));
            assertThat(first).hasValue(3);
            assertThat(second).hasValue(3);
        }
    }

    private StoreGuard guard(MongoDatabase database, List<StorePreparation> preparations) {
        return new StoreGuard(database, () -> preparations, refused::add);
    }

    private static Mono<Void> stamp(String seller, MongoDatabase database) {
        return new SellerStamp(new SellerId(seller)).prepare(database);
    }
}

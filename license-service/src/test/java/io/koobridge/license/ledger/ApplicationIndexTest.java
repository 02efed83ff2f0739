package io.koobridge.license.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.service.ledger.Work;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestStore;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the documents as the ledger writes them. */
class ApplicationIndexTest {

    private final ConnectionString uri =
            new ConnectionString(TestStore.shared().freshConnectionString(ApplicationIndexTest.class));

    private final MutableClock clock = MutableClock.at(Applications.NOW.plus(Duration.ofDays(30)));
    private final MongoClient client = MongoClients.create(uri);
    private final MongoLedgerStore<Application> ledger;
    private final ApplicationIndex index;

    ApplicationIndexTest() {
        var database = client.getDatabase(String.valueOf(uri.getDatabase()));
        var documents = LedgerModule.collection(database, "applications");
        ledger = new MongoLedgerStore<>(documents, Application.class);
        index = new ApplicationIndex(documents, clock);
        index.prepare(database).block();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void nobodyWaitsWhereNobodyAsked() {
        assertThat(longest()).isZero();
    }

    @Test
    void theOldestThatIsWantedCounts() {
        waits("lic1", Applications.applied(), Duration.ofMinutes(3));
        waits("lic2", Applications.placed().issued(Applications.NOW), Duration.ofMinutes(5));

        assertThat(longest()).isEqualTo(300);
    }

    /** Asked for a month ago, delivered, and asked for again two minutes ago. */
    @Test
    void aDeliveredLicenceWaitsForItsRepetitionSinceThat() {
        var repeated =
                Applications.after(Applications.placed().delivered(Applications.NOW), Applications.fact("f2", 10));
        waits("lic1", repeated, Duration.ofMinutes(2));

        assertThat(longest()).isEqualTo(120);
    }

    @Test
    void whatIsTriedAgainAfterAMonthWaitsSinceThen() {
        var refused = Applications.placed().unmade("issuer: no").gaveUpPlace();
        waits("lic1", Applications.state(Decisions.retry(refused)), Duration.ofSeconds(7));
        waits("lic2", refused, Duration.ofDays(3));

        assertThat(longest()).isEqualTo(7);
    }

    @Test
    void anEventHasALicenceForEachDevice() {
        waits(Applications.ID, Applications.applied(), Duration.ZERO);
        waits("lic-other", Applications.applied(), Duration.ZERO);

        assertThat(index.ofEvent(Applications.INSTANCE, Applications.EVENT)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(Applications.ID, "lic-other");
        assertThat(index.ofEvent(Applications.INSTANCE, "event-2").collectList().block())
                .isEmpty();
    }

    private long longest() {
        return index.longestUndelivered()
                .blockOptional()
                .map(found -> found.get(Tags.empty()))
                .orElseThrow();
    }

    private void waits(String id, Application application, Duration time) {
        Instant since = clock.instant().minus(time);
        ledger.insert(id, application, new Work("t", 0, since, since, since)).block();
    }
}

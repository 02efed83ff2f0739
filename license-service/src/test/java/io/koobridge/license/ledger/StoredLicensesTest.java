package io.koobridge.license.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestStore;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class StoredLicensesTest {

    private static final ConnectionString STORE =
            new ConnectionString(TestStore.shared().freshConnectionString(StoredLicensesTest.class));
    private static final MongoClient CLIENT = MongoClients.create(STORE);

    private final StoredLicenses licenses = new MongoStoredLicenses(
            LedgerModule.collection(CLIENT.getDatabase(Objects.requireNonNull(STORE.getDatabase())), "licenses"),
            MutableClock.at(Applications.NOW));

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void whatIsStoredIsFoundByteForByte() {
        var file = new LicenseFile(new byte[] {0, -1, 7}, "许可.lic");

        assertThat(licenses.find("file").block()).isNull();
        assertThat(licenses.keep("file", file).block()).isEqualTo(file);
        assertThat(licenses.find("file").block()).isEqualTo(file);
        assertThat(licenses.keep("text", Applications.TEXT).block()).isEqualTo(Applications.TEXT);
        assertThat(licenses.find("text").block()).isEqualTo(Applications.TEXT);
    }

    @Tag("promise:one-licence")
    @Test
    void ofManyWhoBringOneAtTheSameTimeAllGetTheSame() {
        var got = Flux.range(0, 32)
                .flatMap(
                        i -> licenses.keep(
                                "one", new LicenseFile("LIC-%d".formatted(i).getBytes(UTF_8), null)),
                        32)
                .distinct()
                .collectList()
                .block();

        assertThat(got).hasSize(1).containsOnly(licenses.find("one").block());
    }

    @Test
    void theLargestLicenceHasRoom() {
        var largest = new LicenseFile(new byte[8 * 1024 * 1024], "x".repeat(255));

        assertThat(licenses.keep("largest", largest).block()).isEqualTo(largest);
        assertThat(licenses.find("largest").block()).isEqualTo(largest);
    }
}

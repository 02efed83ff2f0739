package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.provisioning.ProvisioningService;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A service never works on a ledger whose ids were derived with another seller's name (design §4). */
class WrongSellerTest {

    @Tag("promise:one-seller-one-ledger")
    @Test
    void theProcessEndsWithThreeAndSaysWhatToDo() throws Exception {
        var store = TestStore.shared().freshConnectionString(WrongSellerTest.class);
        stampedBy("somebody-else", store);
        var log = Files.createTempFile(Path.of("target"), "wrong-seller", ".log");
        var internalPort = FreePorts.next();

        try (var marketplace = new FakeServer(Marketplace::order)) {
            var properties = RunningProvisioning.properties(
                    marketplace.url(),
                    internalPort,
                    Map.of(
                            "spring.mongodb.uri",
                            store,
                            "koobridge.provisioner.template.front-end-url",
                            "https://app.example.com/{instanceId}",
                            "spring.kafka.bootstrap-servers",
                            "127.0.0.1:" + FreePorts.next(),
                            RunningProvisioning.BROKER_IS_WAITED_FOR,
                            "500"));
            var process = JavaProcess.start(log, ProvisioningService.class.getName(), List.of(properties));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();

            assertThat(process.exitValue()).isEqualTo(3);
        }
        try (Stream<String> lines = Files.lines(log)) {
            assertThat(lines)
                    .anyMatch(line -> line.contains("ERROR")
                            && line.contains("koobridge.seller-id is 'test-seller' but the ledger was begun by "
                                    + "'somebody-else'"));
        }
    }

    private static void stampedBy(String seller, String store) {
        var uri = new ConnectionString(store);
        try (var client = MongoClients.create(uri)) {
            Mono.from(client.getDatabase(String.valueOf(uri.getDatabase()))
                            .getCollection("settings")
                            .insertOne(new Document("_id", "seller-id").append("value", seller)))
                    .block();
        }
    }
}

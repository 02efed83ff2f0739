package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.sun.net.httpserver.HttpServer;
import io.koobridge.stack.JavaProcess;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.store.StoreMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Three who should say the same: a marketplace that always believes one thing, a real ledger, and a product. */
@TestInstance(Lifecycle.PER_CLASS)
class AgreementTest {

    private static final Duration SHORTLY = Duration.ofMillis(1);
    private static final String SETTLED = """
            {"_id":"kb1","state":{
               "spec":{"generation":2,"wanted":{"value":"ACTIVE"},"expiry":{"value":"2027-11-22T15:59:59Z"},
                       "bought":{"value":{"product":{"productId":"OFFI1","skuCode":"sku-1","quantity":{"$numberLong":"10"}}}}},
               "status":{"observedGeneration":2,"observed":"ACTIVE"}}}""";

    private final HttpServer marketplace;
    private final int port = FreePort.next();
    private Process store;
    private SimulatorClient simulator;
    private Ledger ledger;
    private MongoCollection<BsonDocument> instances;

    AgreementTest() throws IOException {
        marketplace = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    }

    @BeforeAll
    void start(@TempDir Path directory) {
        store = JavaProcess.start(
                directory.resolve("store.log"),
                StoreMain.class,
                Integer.toString(port),
                directory.resolve("store.mv").toString());
        JavaProcess.awaitPort(port);
        byte[] purchase = """
                {"orderId":"CS1","instanceId":"kb1","belief":{"wanted":"ACTIVE","expiresAt":"2027-11-22T15:59:59Z",
                 "product":{"productId":"OFFI1","skuCode":"sku-1","linearValue":10}}}""".getBytes(StandardCharsets.UTF_8);
        marketplace.createContext("/simulator/purchases/CS1", exchange -> {
            exchange.sendResponseHeaders(200, purchase.length);
            exchange.getResponseBody().write(purchase);
            exchange.close();
        });
        marketplace.start();
        simulator = new SimulatorClient(
                URI.create("http://127.0.0.1:" + marketplace.getAddress().getPort()));
        ledger = new Ledger("mongodb://127.0.0.1:" + port);
        instances = MongoClients.create("mongodb://127.0.0.1:" + port)
                .getDatabase("koobridge_provisioning")
                .getCollection("instances", BsonDocument.class);
    }

    @AfterAll
    void stop() {
        ledger.close();
        marketplace.stop(0);
        store.destroyForcibly();
    }

    @Test
    void isThereWhenTheLedgerIsSettledOnWhatTheMarketplaceBelieves() {
        assertThat(with(SETTLED)).satisfies(agreed -> {
            assertThat(agreed.complaints()).isEmpty();
            assertThat(agreed.text()).contains("ACTIVE 2027-11-22 sku-1 x10");
        });
    }

    @Test
    void isNotThereWhenTheLedgerWantsSomethingElse() {
        assertThat(with(SETTLED.replace("\"ACTIVE\"", "\"FROZEN\"")).complaints())
                .anyMatch(said -> said.contains("the marketplace says") && said.contains("ACTIVE"))
                .anyMatch(said -> said.contains("the ledger says") && said.contains("FROZEN"));
        assertThat(with(SETTLED.replace("2027-11-22", "2028-11-22")).complaints())
                .isNotEmpty();
        assertThat(with(SETTLED.replace("\"10\"", "\"20\"")).complaints()).isNotEmpty();
    }

    @Test
    void isNotThereWhileSomebodyHasSomethingToDo() {
        assertThat(with(SETTLED.replace("\"_id\":\"kb1\"", "\"_id\":\"kb1\",\"work\":{}"))
                        .complaints())
                .contains("the ledger says nothing");
        assertThat(with(SETTLED.replace("\"observed\":\"ACTIVE\"", "\"observed\":\"FROZEN\""))
                        .complaints())
                .contains("the ledger says nothing");
    }

    @Test
    void isNotThereWhenTheProductSaysSomethingElseOrNothing() {
        instancesAre(SETTLED);
        var frozen = new InstanceState("FROZEN", null, InstanceState.Product.UNKNOWN);

        assertThat(asked(Optional.of(new Product(Optional.of(frozen)))).complaints())
                .anyMatch(said -> said.contains("the product says") && said.contains("FROZEN"));
        assertThat(asked(Optional.of(new Product(Optional.empty()))).complaints())
                .contains("the product says nothing");
    }

    private Agreed with(String document) {
        instancesAre(document);
        return asked(Optional.empty());
    }

    private void instancesAre(String document) {
        instances.deleteMany(new BsonDocument());
        instances.insertOne(BsonDocument.parse(document));
    }

    private Agreed asked(Optional<Product> product) {
        return new Agreement(simulator, ledger, product).await("CS1", SHORTLY);
    }

    /** A product that always says the same. */
    private record Product(Optional<InstanceState> said) implements Witness {

        @Override
        public String name() {
            return "the product";
        }

        @Override
        public Optional<InstanceState> of(JsonNode purchase) {
            return said;
        }
    }
}

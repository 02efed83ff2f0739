package io.koobridge.benchmark.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.koobridge.testkit.TestStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class PeerApplicationTest {

    private static final String KEY = "an-invented-key";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                PeerApplication.class,
                "--server.port=0",
                "--peer.access-key=" + KEY,
                "--spring.mongodb.uri=" + TestStore.shared().freshConnectionString(PeerApplicationTest.class));
    }

    @AfterAll
    static void stop() {
        application.close();
        HTTP.close();
    }

    @Test
    void aSignedPurchaseIsStoredAndAnsweredWithItsInstance() throws Exception {
        String order = order();

        var answer = send(body(order), KEY, System.currentTimeMillis());

        assertThat(answer.body()).contains("\"resultCode\":\"000004\"");
        assertThat(answer.headers().firstValue("Body-Sign")).hasValueSatisfying(signature -> assertThat(signature)
                .startsWith("sign_type=\"HMAC-SHA256\", signature=\""));
        assertThat(answer.body()).contains(Objects.requireNonNull(stored(order)).getString("instanceId"));
    }

    @Test
    void theSameOrderKeepsItsInstance() throws Exception {
        String order = order();

        var first = send(body(order), KEY, System.currentTimeMillis());
        var again = send(body(order), KEY, System.currentTimeMillis());

        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aWrongSignatureIsRefusedAndNothingIsStored() throws Exception {
        String order = order();

        var answer = send(body(order), "another-key", System.currentTimeMillis());

        assertThat(answer.body()).contains("\"resultCode\":\"000001\"");
        assertThat(stored(order)).isNull();
    }

    @Test
    void anOldCallIsRefused() throws Exception {
        var answer = send(body(order()), KEY, System.currentTimeMillis() - 61_000);

        assertThat(answer.body()).contains("\"resultCode\":\"000002\"");
    }

    @Test
    void aCallWithoutAnOrderIsNotUnderstood() throws Exception {
        assertThat(send("{\"activity\":\"newInstance\"}", KEY, System.currentTimeMillis())
                        .body())
                .contains("\"resultCode\":\"000002\"");
        assertThat(send("no JSON", KEY, System.currentTimeMillis()).body()).contains("\"resultCode\":\"000002\"");
    }

    private static String order() {
        return "CS" + UUID.randomUUID();
    }

    private static String body(String order) {
        return "{\"activity\":\"newInstance\",\"businessId\":\"b\",\"orderId\":\"%s\",\"orderLineId\":\"%s-000001\"}"
                .formatted(order, order);
    }

    private static @Nullable Document stored(String order) {
        return application
                .getBean(MongoClient.class)
                .getDatabase("peer")
                .getCollection("orders")
                .find(new Document("_id", order + "|" + order + "-000001"))
                .first();
    }

    private static HttpResponse<String> send(String body, String key, long timestamp) throws Exception {
        String inner = hmac(key, body);
        String signature = hmac(key, key + "nonce" + timestamp + inner);
        var uri = URI.create("http://127.0.0.1:%s/koogallery/saas?signature=%s&timestamp=%d&nonce=nonce"
                .formatted(application.getEnvironment().getProperty("local.server.port"), signature, timestamp));
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json;charset=utf8")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }
}

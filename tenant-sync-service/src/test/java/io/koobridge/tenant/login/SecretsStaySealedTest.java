package io.koobridge.tenant.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.koobridge.testkit.FakeServer.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/** Whoever reads the store or the log of this service can be nobody. */
class SecretsStaySealedTest {

    private final LoginBench bench = new LoginBench();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.koobridge.tenant.login");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    SecretsStaySealedTest() {
        log.start();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(null);
        bench.close();
    }

    @Tag("promise:login-secrets-sealed")
    @Test
    void noCodeTokenOrSecretIsInTheStoreOrTheLog() throws Exception {
        var callback = "/login/erp/callback?tenant=%s&code=".formatted(People.TENANT);
        var sid = bench.browser.arrive(callback + "code-secret-1").getStringClaim("sid");
        bench.clock.advance(Duration.ofMinutes(118));
        bench.browser.renew(sid);
        bench.browser.get(callback + "code-secret-1");
        bench.centre.userInfo = _ -> new Response(401, "access-secret");
        bench.browser.get(callback + "code-secret-2");
        bench.centre.token =
                _ -> new Response(400, "{\"error\":\"invalid_grant\",\"error_description\":\"code-secret-3\"}");
        bench.browser.get(callback + "code-secret-3");

        var written = new ArrayList<>(documents("login-sessions"));
        written.addAll(documents("login-codes"));
        assertThat(written).hasSizeGreaterThanOrEqualTo(4);
        log.list.forEach(line -> written.add(line.getFormattedMessage() + line.getKeyValuePairs()));
        assertThat(log.list).hasSizeGreaterThanOrEqualTo(4);
        assertThat(written)
                .noneMatch(text -> text.contains("code-secret"))
                .noneMatch(text -> text.contains("access-secret"))
                .noneMatch(text -> text.contains("refresh-secret"))
                .noneMatch(text -> text.contains("oA-Client-Secret"))
                .noneMatch(text -> text.contains(sid.substring(24)));
    }

    private List<String> documents(String collection) {
        return Objects.requireNonNull(Flux.from(bench.stores
                        .database()
                        .getCollection(collection, BsonDocument.class)
                        .find())
                .map(BsonDocument::toString)
                .collectList()
                .block());
    }
}

package io.koobridge.tenant.outside.scim;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.outside.People;
import io.koobridge.tenant.outside.Unlimited;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a server answers, a write ends with an outcome. */
class StrangeResourcesTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final List<String> MEMBERS = List.of(
            "id",
            "externalId",
            "userName",
            "active",
            "displayName",
            "name",
            "title",
            "emails",
            "roles",
            "addresses",
            "members",
            "meta",
            "Resources",
            "totalResults",
            "patch",
            "etag",
            "schemas",
            ENTERPRISE);
    private static final List<String> VALUES = List.of(
            "null",
            "1",
            "-7e400",
            "\"x\"",
            "\"\"",
            "true",
            "[]",
            "{}",
            "[[]]",
            "[1]",
            "[null]",
            "[{\"value\":[]}]",
            "{\"formatted\":{}}",
            "{\"formatted\":[1]}",
            "{\"supported\":\"no\"}",
            "{\"version\":7}",
            "{\"value\":\"x\"}",
            "[\"x\",{\"value\":\"x\"}]",
            "{\"id\":\"1\"}",
            "[{\"id\":\"1\"}]");

    private static final List<Integer> STATUSES = List.of(200, 404, 201, 200, 400, 409, 200);

    @Property(tries = 500)
    void aDifferenceToAnythingIsFound(@ForAll("resources") ObjectNode resource) {
        var entry = ScimUser.entry(People.user("li.lei", null, null), ScimForm.usual());

        assertThatCode(() -> ScimJson.applied(entry.difference(resource), resource))
                .doesNotThrowAnyException();
    }

    @Property(tries = 100)
    void aWriteEnds(@ForAll("resources") ObjectNode resource) {
        var answers = new AtomicInteger();
        try (var server = new FakeServer(
                _ -> new Response(STATUSES.get(answers.getAndIncrement() % STATUSES.size()), resource.toString()))) {
            var directory = new ScimServer(new Unlimited(), Clock.systemUTC())
                    .directory(new ScimSettings(
                            server.uri(),
                            "token",
                            null,
                            null,
                            Duration.ofSeconds(5),
                            true,
                            ScimSettings.Deleted.DELETE,
                            true,
                            ScimForm.usual()));
            for (int i = 0; i < 4; i++) {
                outcome(directory.write(People.user("li.lei", "g1", null)));
                outcome(directory.write(People.department("D1", "g1", null)));
                outcome(directory.write(People.gone(People.user("li.lei", "g1", null), null)));
            }
        }
    }

    @Test
    void halfAPairOfSurrogatesIsSentAsSomething() {
        var user = People.bare("li\ud800.lei", null, null);

        assertThatCode(() -> ScimUser.entry(user, ScimForm.usual()).resource().toString())
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<ObjectNode> resources() {
        return Arbitraries.maps(Arbitraries.of(MEMBERS), Arbitraries.of(VALUES))
                .ofMaxSize(10)
                .map(StrangeResourcesTest::resource);
    }

    private static ObjectNode resource(Map<String, String> members) {
        var text = new StringBuilder("{\"_\":0");
        members.forEach((name, value) -> text.append(",\"%s\":%s".formatted(name, value)));
        return ScimStore.object(text.append('}').toString());
    }

    private static void outcome(Written written) {
        assertThatCode(written::toString).doesNotThrowAnyException();
    }
}

package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.provisioning.domain.Provisioner.Verdict;
import io.koobridge.provisioning.domain.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/product-contract.md shows is what KooBridge sends and understands. */
@Tag("promise:contract-is-true")
class ContractTextTest {

    private static final String ID = "kbeupfxwb6nabtghe7pnnbdqow3a2jvou3as4q";

    @Test
    void theVectorIsRight() {
        var vector = Contract.block("vector")
                .lines()
                .map(line -> line.split(" +", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

        var headers = new WebhookSigner(WebhookSecret.parse(member(vector, "secret")))
                .sign(
                        member(vector, "id"),
                        Instant.ofEpochSecond(Long.parseLong(member(vector, "timestamp"))),
                        member(vector, "body").getBytes(UTF_8));

        assertThat(headers).containsEntry("webhook-signature", member(vector, "signature"));
    }

    @Test
    void theCallIsWhatIsSent() {
        var buyer = new Buyer(
                "688055390f3049f283fe9f1aa90f7ef1",
                "Example Ltd",
                "f7a2b1",
                "ann",
                CONTACT.seal(ID, "mobile", "13800000000"),
                CONTACT.seal(ID, "email", "ann@example.com"));
        var bought = new OrderDetails(
                "NEW",
                ChargingMode.PERIOD,
                new OrderDetails.Product("OFFI900000000000000001", "sku-basic-01", 5L),
                new OrderDetails.Period("year", 1),
                null,
                buyer);
        var wish = new Wish(
                ID,
                2,
                Wish.Change.CREATE,
                WantedState.ACTIVE,
                new OrderKey("CS2410271530ABCDE", "CS2410271530ABCDE-000001", null),
                bought,
                Instant.parse("2027-11-22T15:59:59Z"),
                AccessForm.PLAIN);

        assertThat(Json.mapper()
                        .<Object>readValue(
                                Json.mapper().writeValueAsBytes(ProductCall.of(wish, CONTACT)), Object.class))
                .isEqualTo(Json.mapper().readValue(Contract.block("call"), Object.class));
        var target = new Proposal.Target("OFFI900000000000000001", "sku-pro-01", 3L);
        assertThat(Json.mapper().readTree(Json.mapper().writeValueAsBytes(target)))
                .isEqualTo(Json.mapper().readTree(Contract.block("target")));
    }

    @Test
    void theCallOfTheFirstEditionTellsMore() {
        var bought = new OrderDetails(
                "NEW",
                ChargingMode.PERIOD,
                new OrderDetails.Product("OFFI900000000000000001", "sku-basic-01", 20L, 100L, 5L),
                new OrderDetails.Period("year", 1),
                null,
                new Buyer("6a3d9d1b0c8f4b7f9d52c8b1e7f0a915", null, null, null, null, null),
                new Particulars(
                        "b7c1e0d2f3a44f5b8f0a6d9e1c2b3a40",
                        new BigDecimal("1280.500"),
                        1,
                        List.of(field(ID, "deptName", "研发"), field(ID, "seatNote", "a>b"))));
        var wish = new Wish(
                ID,
                1,
                Wish.Change.CREATE,
                WantedState.ACTIVE,
                new OrderKey("CS2603310915AB7QX", null, null),
                bought,
                Instant.parse("2027-03-31T15:59:59Z"),
                AccessForm.ENCRYPTED);

        assertThat(Json.mapper().readTree(Json.mapper().writeValueAsBytes(ProductCall.of(wish, CONTACT))))
                .isEqualTo(Json.mapper().readTree(Contract.block("call-v1")));
    }

    private static ExtensionField field(String instanceId, String name, String value) {
        var sealed = CONTACT.seal(instanceId, ExtensionField.sealedAs(name), value);
        return new ExtensionField(name, Objects.requireNonNull(sealed));
    }

    @Test
    void theAnswersAreUnderstood() {
        var info = new AppInfo("https://app.example.com/t/1042", null, "admin", null, null);

        assertThat(ProductAnswer.read(bytes("ready"), AccessForm.PLAIN)).isEqualTo(new Answer.Ready(info));
        assertThat(ProductAnswer.read(bytes("working"), AccessForm.PLAIN))
                .isEqualTo(new Answer.Working(Duration.ofSeconds(30)));
        assertThat(ProductAnswer.read(bytes("refused"), AccessForm.PLAIN))
                .isEqualTo(new Answer.Refused(FailureReason.SOLD_OUT, "The region is full."));
        assertThat(ProductVerdict.read(bytes("possible"))).isEqualTo(new Verdict.Possible());
        assertThat(ProductVerdict.read(bytes("impossible")))
                .isEqualTo(new Verdict.Impossible("4 seats are in use, so 3 are too few."));
        assertThat(ProductResult.read(bytes("result")))
                .isEqualTo(new ProductResult.Reading.Valid(new ProductResult(ID, 2, "READY", info, null, null)));
    }

    @Test
    void everyWordOfTheContractIsExplained() {
        var members = Arrays.stream(ProductCall.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();

        assertThat(Contract.words())
                .containsAll(members)
                .containsAll(
                        Arrays.stream(FailureReason.values()).map(Enum::name).toList())
                .containsAll(Arrays.stream(Wish.Change.values()).map(Enum::name).toList())
                .contains("READY", "WORKING", "REFUSED", "ACTIVE", "CHECK", "retryAfterSeconds", "detail")
                .contains("koobridge.provisioner.http.url", "koobridge.provisioner.http.secrets");
    }

    private static byte[] bytes(String block) {
        return Contract.block(block).getBytes(UTF_8);
    }

    private static String member(Map<String, String> vector, String name) {
        return Objects.requireNonNull(vector.get(name), name);
    }
}

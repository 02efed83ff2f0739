package io.koobridge.gateway.dialect.saas.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.json.CallJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaasTranslatorTest {

    @Test
    void aPurchaseIsItsOrderAndNothingElse() {
        assertThat(translate("""
                        {"activity":"newInstance","businessId":"b","orderId":"o","orderLineId":"l","unknown":[1]}"""))
                .isEqualTo(new Understood(
                        new Activity("newInstance", true), new Command.Purchase(new OrderKey("o", "l", null))));
    }

    @Test
    void aQueryIsItsIdsWithoutBlanksAndRepetitions() {
        assertThat(translate("{\"activity\":\"queryInstance\",\"instanceId\":\" b ,a,,b\"}"))
                .isEqualTo(new Understood(new Activity("queryInstance", true), new Command.LookUp(List.of("b", "a"))));
    }

    @Test
    void numbersKeepTheirSpelling() {
        assertThat(translate("{\"activity\":\"newInstance\",\"orderId\":12345678901234567890,\"orderLineId\":1.10}"))
                .isInstanceOfSatisfying(Understood.class, understood -> assertThat(understood.command())
                        .isEqualTo(new Command.Purchase(new OrderKey("12345678901234567890", "1.10", null))));
    }

    @Test
    void theFirstFieldThatIsWrongIsNamed() {
        assertThat(translate("{\"activity\":\"newInstance\",\"orderId\":{},\"orderLineId\":null}"))
                .isEqualTo(new NotUnderstood(new Activity("newInstance", true), "orderId is not text"));
    }

    @ParameterizedTest
    @EnumSource(TermChange.class)
    void aRefreshSetsATermAndThawsNothing(TermChange scene) {
        var order = new OrderKey("o", "l", null);
        var expiresAt = Instant.parse("2026-10-27T15:59:59Z");

        assertThat(translate("""
                        {"activity":"refreshInstance","scene":"%s","orderId":"o","orderLineId":"l","instanceId":"i",
                         "productId":"p","expireTime":"20261027155959"}""".formatted(scene)))
                .isEqualTo(new Understood(
                        new Activity("refreshInstance", true),
                        new Command.Change(
                                "i",
                                FactIds.ofTerm("i", scene, order, expiresAt),
                                new TermChanged(scene, order, "p", expiresAt, false))));
    }

    @Test
    void aRefreshNeedsNothingButItsInstanceItsSceneItsOrderAndItsEnd() {
        assertThat(translate("""
                        {"activity":"refreshInstance","scene":"RENEWAL","orderId":7,"orderLineId":{},"instanceId":8,
                         "productId":"%s","expireTime":20261027155959001}""".formatted("x".repeat(65))))
                .isInstanceOfSatisfying(Understood.class, understood -> assertThat(understood.command())
                        .isInstanceOfSatisfying(Command.Change.class, change -> {
                            assertThat(change.instanceId()).isEqualTo("8");
                            assertThat(change.fact())
                                    .isEqualTo(new TermChanged(
                                            TermChange.RENEWAL,
                                            new OrderKey("7", null, null),
                                            null,
                                            Instant.parse("2026-10-27T15:59:59.001Z"),
                                            false));
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'scene':'RENEWAL','orderId':'o','expireTime':'20261027155959' | instanceId is missing",
                "'instanceId':'i','orderId':'o','expireTime':'20261027155959' | scene is missing",
                "'instanceId':'i','scene':'CANCEL_RENEW','orderId':'o','expireTime':'20261027155959' | scene is unknown",
                "'instanceId':'i','scene':'renewal','orderId':'o','expireTime':'20261027155959' | scene is unknown",
                "'instanceId':'i','scene':7,'orderId':'o','expireTime':'20261027155959' | scene is unknown",
                "'instanceId':'i','scene':[],'orderId':'o','expireTime':'20261027155959' | scene is not text",
                "'instanceId':'i','scene':'RENEWAL','expireTime':'20261027155959' | orderId is missing",
                "'instanceId':'i','scene':'RENEWAL','orderId':'o' | expireTime is missing",
                "'instanceId':'i','scene':'RENEWAL','orderId':'o','expireTime':'2026' | expireTime is not a time of 14 or 17 digits",
            })
    void aRefreshThatLacksSomethingNamesIt(String members, String why) {
        assertThat(translate("{\"activity\":\"refreshInstance\",%s}".formatted(members.replace('\'', '"'))))
                .isEqualTo(new NotUnderstood(new Activity("refreshInstance", true), why));
    }

    @Test
    void aStatusIsKnownByItsCallAlone() {
        assertThat(translate("{\"activity\":\"updateInstanceStatus\",\"instanceId\":\"i\",\"status\":\"FREEZE\"}"))
                .isEqualTo(new Understood(
                        new Activity("updateInstanceStatus", true),
                        new Command.Change("i", "call-1", new InstanceFrozen())));
        assertThat(translate("{\"activity\":\"updateInstanceStatus\",\"instanceId\":\"i\",\"status\":\"UNFREEZE\"}"))
                .isEqualTo(new Understood(
                        new Activity("updateInstanceStatus", true),
                        new Command.Change("i", "call-1", new InstanceUnfrozen())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"freeze", "Freeze", " FREEZE", "FROZEN", "NORMAL", "1"})
    void aStatusIsSpelledAsTheProtocolDoes(String status) {
        assertThat(translate("""
                        {"activity":"updateInstanceStatus","instanceId":"i","status":"%s"}""".formatted(status)))
                .isEqualTo(new NotUnderstood(new Activity("updateInstanceStatus", true), "status is unknown"));
    }

    @Test
    void aReleaseHasAnOrderWhenItWasUnsubscribed() {
        var order = new OrderKey("o", "l", null);

        assertThat(
                        command(
                                "{\"activity\":\"releaseInstance\",\"instanceId\":\"i\",\"orderId\":\"o\",\"orderLineId\":\"l\"}"))
                .isEqualTo(new Command.Change("i", FactIds.ofRelease("i", order), new InstanceReleased(order)));
        assertThat(command("{\"activity\":\"releaseInstance\",\"instanceId\":\"i\"}"))
                .isEqualTo(new Command.Change("i", "call-1", new InstanceReleased(null)));
        assertThat(
                        command(
                                "{\"activity\":\"releaseInstance\",\"instanceId\":\"i\",\"orderId\":\"\",\"orderLineId\":\"l\"}"))
                .isEqualTo(new Command.Change("i", "call-1", new InstanceReleased(null)));
    }

    @Test
    void anUpgradeIsItsOrder() {
        var order = new OrderKey("o", null, null);

        assertThat(
                        command(
                                "{\"activity\":\"upgradeInstance\",\"instanceId\":\"i\",\"orderId\":\"o\",\"productId\":\"p\"}"))
                .isEqualTo(new Command.Change("i", FactIds.ofUpgrade("i", order), new UpgradeOrdered(order)));
        assertThat(translate("{\"activity\":\"upgradeInstance\",\"instanceId\":\"i\",\"orderLineId\":\"l\"}"))
                .isEqualTo(new NotUnderstood(new Activity("upgradeInstance", true), "orderId is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'productId':'p','skuCode':'s','linearValue':50,'more':[{}]}",
                "{'productId':'p','skuCode':'s','linearValue':'50'}",
                "{'productId':'p','skuCode':'s','linearValue':5.0e1}",
                "[{'productId':'p','skuCode':'s','linearValue':50},{}]",
                "'{\\'productId\\':\\'p\\',\\'skuCode\\':\\'s\\',\\'linearValue\\':50}'",
                "'[{\\'productId\\':\\'p\\',\\'skuCode\\':\\'s\\',\\'linearValue\\':50}]'",
            })
    void aProductIsReadInEveryFormThatSomebodyMet(String productInfo) {
        assertThat(command(check(productInfo))).isEqualTo(new Command.Check("i", "p", "s", 50L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'productId':{},'skuCode':[],'linearValue':'many'}",
                "{'linearValue':0.5}",
                "{'linearValue':1e99999}",
                "{'linearValue':9223372036854775808}",
                "{'productId':'','skuCode':null,'linearValue':true}",
            })
    void whatIsNotReadableOfAProductIsLeftOut(String productInfo) {
        assertThat(command(check(productInfo))).isEqualTo(new Command.Check("i", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "[]", "[1]", "'p'", "'{'", "'{\\'a\\':1,\\'a\\':2}'", "'\\'{}\\''"})
    void aProductThatIsNoneIsNamed(String productInfo) {
        assertThat(translate(check(productInfo)))
                .isEqualTo(
                        new NotUnderstood(new Activity("changeInstanceCheck", false), "productInfo is not readable"));
    }

    @Test
    void aCheckWithoutAProductNamesIt() {
        assertThat(translate(check("null")))
                .isEqualTo(new NotUnderstood(new Activity("changeInstanceCheck", false), "productInfo is missing"));
    }

    private static String check(String productInfo) {
        return "{\"activity\":\"changeInstanceCheck\",\"instanceId\":\"i\",\"productInfo\":%s}"
                .formatted(productInfo.replace('\'', '"'));
    }

    private static Command command(String body) {
        return ((Understood) translate(body)).command();
    }

    private static Translation translate(String body) {
        return SaasTranslator.translate(CallJson.read(body.getBytes(UTF_8)).orElseThrow(), () -> "call-1");
    }
}

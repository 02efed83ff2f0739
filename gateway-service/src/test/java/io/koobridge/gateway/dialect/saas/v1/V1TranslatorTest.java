package io.koobridge.gateway.dialect.saas.v1;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.address.SaasTerms;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.Translation.Understood;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class V1TranslatorTest {

    private static final String BUY = "activity=newInstance&businessId=b-1&orderId=CS1&productId=OFFI1";
    private static final OrderKey CS1 = new OrderKey("CS1", null, null);

    private final V1Calls calls = new V1Calls();

    @Test
    void aPurchaseTellsEverythingThatWasBought() {
        var vector = vector("newInstance-period");
        var order = new OrderKey("CS2603310915AB7QX", null, null);
        var id = InstanceIds.derive(V1Calls.SELLER, InstanceKind.SAAS, order);

        var purchase = (Command.AwaitedPurchase) command(vectorCall(vector));

        assertThat(purchase.order()).isEqualTo(order);
        assertThat(purchase.hold()).isEqualTo(Duration.ofSeconds(12));
        var bought = purchase.bought();
        assertThat(bought.orderType()).isEqualTo("NEW");
        assertThat(bought.chargingMode()).isEqualTo(ChargingMode.PERIOD);
        assertThat(bought.product())
                .isEqualTo(
                        new Product("OFFI774120385590312960", "a81f6c0e-33d4-4f0b-9c55-2b7d9e04f1c6", 20L, null, null));
        assertThat(bought.period()).isEqualTo(new Period("year", 1));
        assertThat(bought.expiresAt()).isEqualTo("2027-03-31T15:59:59Z");
        assertThat(bought.buyer()).satisfies(buyer -> {
            assertThat(buyer.customerId()).isEqualTo("6a3d9d1b0c8f4b7f9d52c8b1e7f0a915");
            assertThat(buyer.customerName()).isEqualTo("青禾 科技 & Co.+");
            assertThat(V1Calls.opened(buyer.mobile(), id, Buyer.MOBILE)).isEqualTo("13800138000");
            assertThat(V1Calls.opened(buyer.email(), id, Buyer.EMAIL)).isEqualTo("ops@qinghe.example");
        });
        assertThat(bought.particulars()).satisfies(particulars -> {
            assertThat(particulars.businessId()).isEqualTo("b7c1e0d2f3a44f5b8f0a6d9e1c2b3a40");
            assertThat(particulars.orderAmount()).isEqualByComparingTo("1280.5");
            assertThat(particulars.extension())
                    .extracting(
                            ExtensionField::name,
                            field -> V1Calls.opened(field.value(), id, ExtensionField.sealedAs(field.name())))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("deptName", "研发>>中心"),
                            org.assertj.core.groups.Tuple.tuple("seatNote", "a>b?c~>"));
        });
    }

    @Test
    void payPerUseIsToldApartByProduct() {
        assertThat(purchase(BUY + "&chargingMode=0").order()).isEqualTo(new OrderKey("CS1", null, "OFFI1"));
        assertThat(purchase(BUY + "&chargingMode=5&expireTime=20270331235959").order())
                .isEqualTo(new OrderKey("CS1", null, "OFFI1"));
        assertThat(purchase(BUY + "&chargingMode=1").order()).isEqualTo(CS1);
        assertThat(purchase(BUY + "&chargingMode=3").order()).isEqualTo(CS1);
        assertThat(why("activity=newInstance&orderId=CS1&chargingMode=0")).isEqualTo("productId is missing");
    }

    @Test
    void aMissingModeComesFromTheProductThenFromTheEnd() {
        var configured = new V1Calls(new SaasTerms.V1(
                ZoneOffset.UTC,
                EncryptType.AES_256,
                false,
                Duration.ofSeconds(1),
                Map.of("OFFI1", ChargingMode.ON_DEMAND)));

        assertThat(((Command.AwaitedPurchase) command(configured.translate(BUY))).order())
                .isEqualTo(new OrderKey("CS1", null, "OFFI1"));
        assertThat(purchase(BUY + "&expireTime=20270331235959").bought().chargingMode())
                .isEqualTo(ChargingMode.PERIOD);
        assertThat(purchase(BUY).bought().chargingMode()).isNull();
        assertThat(purchase(BUY + "&chargingMode=2").bought().chargingMode()).isNull();
    }

    @Test
    void capacitiesAreToldApart() {
        assertThat(purchase(BUY + "&skuCode=sku&amount=999999999&diskSize=40&bandWidth=5")
                        .bought()
                        .product())
                .isEqualTo(new Product("OFFI1", "sku", 999_999_999L, 40L, 5L));
        assertThat(why(BUY + "&amount=1e9")).isEqualTo("amount is not a whole number of at most 9 digits");
        assertThat(why(BUY + "&diskSize=-1")).isEqualTo("diskSize is not a whole number of at most 9 digits");
        assertThat(why(BUY + "&bandWidth=1234567890")).isEqualTo("bandWidth is not a whole number of at most 9 digits");
    }

    @Test
    void aTrialIsOne() {
        assertThat(purchase(BUY + "&trialFlag=1").bought().orderType()).isEqualTo("TRIAL");
        assertThat(purchase(BUY + "&trialFlag=0").bought().orderType()).isEqualTo("NEW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mobilePhone=too short",
                "mobilePhone=Qd7RkZ2mLx0TgV5b",
                "email=Qd7RkZ2mLx0TgV5bP2qjJST3wYmUzmwxOcI3ew==",
                "saasExtendParams=%%%",
                "saasExtendParams=no json",
                "expireTime=tomorrow",
                "orderAmount=1e999999999",
                "provisionType=1e999999",
                "periodNumber=x",
                "periodType=",
                "userId=",
                "customerName=",
                "provisionType=x"
            })
    void whatNobodyNeedsNeverFailsAPurchase(String odd) {
        var bought = purchase(BUY + '&' + odd).bought();

        assertThat(bought.product()).isEqualTo(new Product("OFFI1", null, null));
        assertThat(bought.buyer()).isNull();
        assertThat(requireNonNull(bought.particulars()).extension()).isEmpty();
        assertThat(requireNonNull(bought.particulars()).orderAmount()).isNull();
        assertThat(requireNonNull(bought.particulars()).provisionType()).isNull();
    }

    @Test
    void contactDataAreReadWithEitherKeySize() {
        var id = InstanceIds.derive(V1Calls.SELLER, InstanceKind.SAAS, CS1);

        var buyer = purchase(BUY + "&mobilePhone=eYYCdvMk7x6soKExalL+zmd98EY1Hr5hP5ZCkQ==")
                .bought()
                .buyer();

        assertThat(V1Calls.opened(requireNonNull(buyer).mobile(), id, Buyer.MOBILE))
                .isEqualTo("13800138000");
    }

    @Test
    void aRenewalThawsAndTellsWhatWasBought() {
        var change =
                change("activity=refreshInstance&instanceId=i&orderId=CS2&productId=OFFI2&expireTime=20280331235959"
                        + "&periodType=year&periodNumber=1&orderAmount=1280.500");

        var end = Instant.parse("2028-03-31T15:59:59Z");
        var order = new OrderKey("CS2", null, null);
        assertThat(change.factId()).isEqualTo(FactIds.ofTerm("i", TermChange.RENEWAL, order, end));
        var term = (TermChanged) change.fact();
        assertThat(term.change()).isEqualTo(TermChange.RENEWAL);
        assertThat(term.thaws()).isTrue();
        assertThat(term.expiresAt()).isEqualTo(end);
        assertThat(term.productId()).isEqualTo("OFFI2");
        assertThat(term.bought()).satisfies(bought -> {
            assertThat(bought.product()).isEqualTo(new Product("OFFI2", null, null));
            assertThat(bought.period()).isEqualTo(new Period("year", 1));
            assertThat(requireNonNull(bought.particulars()).orderAmount())
                    .isEqualByComparingTo(new BigDecimal("1280.5"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "orderAmount=-0.001,   UNSUBSCRIBE_RENEWAL_PERIOD, false",
        "orderAmount=0,        RENEWAL,                    true",
        "trialToFormal=1,      TRIAL_TO_FORMAL,            true",
        "trialToFormal=2,      TRIAL_TO_FORMAL,            true",
        "trialToFormal=0,      RENEWAL,                    true",
        "trialToFormal=,       RENEWAL,                    true",
    })
    void aNegativeAmountCancelsAndAFlagConverts(String parameter, TermChange change, boolean thaws) {
        var term = (TermChanged)
                change("activity=refreshInstance&instanceId=i&orderId=CS2&expireTime=20280331235959&" + parameter)
                        .fact();

        assertThat(term.change()).isEqualTo(change);
        assertThat(term.thaws()).isEqualTo(thaws);
    }

    @Test
    void anEndThatHasPassedThawsNothing() {
        var term = (TermChanged) change("activity=refreshInstance&instanceId=i&orderId=CS2&expireTime=20200331235959")
                .fact();

        assertThat(term.thaws()).isFalse();
    }

    @Test
    void theSameOrderWithAnotherEndIsAnotherChange() {
        var one = change("activity=refreshInstance&instanceId=i&orderId=CS2&expireTime=20280331235959");
        var other = change("activity=refreshInstance&instanceId=i&orderId=CS2&expireTime=20290331235959");
        var cancelled =
                change("activity=refreshInstance&instanceId=i&orderId=CS2&expireTime=20280331235959&orderAmount=-1");

        assertThat(List.of(one.factId(), other.factId(), cancelled.factId())).doesNotHaveDuplicates();
    }

    @Test
    void statesAreToldByTheirCallAlone() {
        var first = change("activity=expireInstance&instanceId=i&timeStamp=20260331011507482");
        var second = change("activity=expireInstance&instanceId=i&timeStamp=20260331011507483");

        assertThat(first.fact()).isEqualTo(new InstanceFrozen());
        assertThat(first.factId()).isNotEqualTo(second.factId());
        assertThat(change("activity=instanceStatus&instanceId=i&instanceStatus=FREEZE")
                        .fact())
                .isEqualTo(new InstanceFrozen());
        assertThat(change("activity=instanceStatus&instanceId=i&instanceStatus=NORMAL")
                        .fact())
                .isEqualTo(new InstanceUnfrozen());
        assertThat(change("activity=instanceStatus&instanceId=i&instanceStatus=UNFREEZE")
                        .fact())
                .isEqualTo(new InstanceUnfrozen());
        assertThat(why("activity=instanceStatus&instanceId=i&instanceStatus=normal"))
                .isEqualTo("instanceStatus is unknown");
    }

    @Test
    void aReleaseNeedsNoOrder() {
        assertThat(change("activity=releaseInstance&instanceId=i&orderId=CS1").fact())
                .isEqualTo(new InstanceReleased(CS1));
        assertThat(change("activity=releaseInstance&instanceId=i").fact()).isEqualTo(new InstanceReleased(null));
    }

    @Test
    void anUpgradeTellsWhatTheInstanceBecomes() {
        var upgrade = (UpgradeOrdered)
                change("activity=upgrade&instanceId=i&orderId=CS1&skuCode=sku-2&productId=OFFI2&amount=50")
                        .fact();

        assertThat(upgrade.order()).isEqualTo(CS1);
        assertThat(requireNonNull(upgrade.bought()).product())
                .isEqualTo(new Product("OFFI2", "sku-2", 50L, null, null));
        assertThat(change("activity=upgrade&instanceId=i&orderId=CS1").fact()).isEqualTo(new UpgradeOrdered(CS1));
    }

    @Test
    void manyInstancesAreAskedAtOnce() {
        assertThat(command(calls.translate("activity=queryInstance&instanceId=i-1,i-2")))
                .isEqualTo(new Command.LookUp(List.of("i-1", "i-2")));
    }

    @ParameterizedTest
    @CsvSource({
        "newInstance,     orderId",
        "refreshInstance, instanceId",
        "expireInstance,  instanceId",
        "releaseInstance, instanceId",
        "upgrade,         instanceId",
        "instanceStatus,  instanceId",
        "queryInstance,   instanceId",
    })
    void whatIdentifiesTheThingIsNamedWhenItIsMissing(String activity, String field) {
        assertThat(why("activity=" + activity)).isEqualTo(field + " is missing");
        assertThat(why("testFlag=1&activity=" + activity)).isEqualTo(field + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activity=NewInstance", "activity=refreshLicense", "activity="})
    void anotherActivityIsRefused(String activity) {
        assertThat(why(activity + "&orderId=CS1")).startsWith("activity is");
    }

    @Test
    void aDebuggingCallTouchesNothingAndSaysHowToGetIn() {
        var rehearsed = (Rehearsed) calls.translate("activity=newInstance&testFlag=1&orderId=123456789");

        assertThat(rehearsed.reply()).isInstanceOfSatisfying(Reply.Obtained.class, obtained -> {
            assertThat(obtained.instanceId()).startsWith("debug-");
            assertThat(obtained.standing()).isInstanceOfSatisfying(Standing.Ready.class, ready -> assertThat(
                            requireNonNull(ready.view().appInfo()).frontEndUrl())
                    .startsWith("https://"));
        });
        assertThat(calls.translate("activity=expireInstance&testFlag=1&instanceId=huaiweitest123456"))
                .isInstanceOfSatisfying(
                        Rehearsed.class, each -> assertThat(each.reply()).isEqualTo(new Reply.Noted(false)));
        assertThat(calls.translate("activity=expireInstance&testFlag=0&instanceId=i"))
                .isInstanceOf(Understood.class);
    }

    @Property
    void anyParametersAreUnderstoodOrNot(
            @ForAll @Size(max = 6) Map<@AlphaChars String, String> odd, @ForAll V1Activity activity) {
        var parameters = new java.util.LinkedHashMap<>(odd);
        parameters.remove("authToken");
        parameters.putAll(Map.of(
                "activity",
                activity.activity().label(),
                "instanceId",
                "i",
                "orderId",
                "CS1",
                "timeStamp",
                "20260331011507482"));

        assertThat(calls.verified(parameters).translate().activity()).isEqualTo(activity.activity());
    }

    private Command.AwaitedPurchase purchase(String parameters) {
        return (Command.AwaitedPurchase) command(calls.translate(parameters));
    }

    private Command.Change change(String parameters) {
        return (Command.Change) command(calls.translate(parameters));
    }

    private String why(String parameters) {
        return ((NotUnderstood) calls.translate(parameters)).why();
    }

    private static Command command(Translation translation) {
        return ((Understood) translation).command();
    }

    private Translation vectorCall(JsonNode vector) {
        return calls.verified(V1Vectors.query(vector)).translate();
    }

    private static JsonNode vector(String id) {
        return V1Vectors.of("authToken_get")
                .filter(vector -> vector.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

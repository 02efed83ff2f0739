package io.koobridge.gateway.dialect.saas.v1;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.gateway.address.V1Terms;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.v1.V1Vectors;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What was bought, out of the call that says it. */
class V1PurchaseTest {

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
        var configured = new V1Calls(new V1Terms(
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

    private Command.AwaitedPurchase purchase(String parameters) {
        return (Command.AwaitedPurchase) command(calls.translate(parameters));
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

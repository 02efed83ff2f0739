package io.koobridge.gateway.dialect.saas.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.Translation.Understood;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parameters an activity has, and what becomes of those that it has not (saas-v1 §3, §7.9). */
class V1DetailsTest {

    private static final String REFRESH =
            "activity=refreshInstance&instanceId=i&orderId=CS2&expireTime=20280331235959&productId=P";
    private static final String UPGRADE = "activity=upgrade&instanceId=i&orderId=CS2";
    private static final String EXTENSION = Base64.getEncoder().encodeToString("{\"a\":\"1\"}".getBytes(UTF_8));

    private final V1Calls calls = new V1Calls();

    @Tag("promise:only-the-signed")
    @Test
    void aRenewalTellsNothingThatIsNoParameterOfIt() {
        var term = (TermChanged) change(REFRESH + "&amount=999&skuCode=s&diskSize=lots&bandWidth=5&orderAmount=12.5"
                + "&businessId=b&provisionType=3&saasExtendParams=" + EXTENSION);

        var bought = requireNonNull(term.bought());
        assertThat(bought.product()).isEqualTo(new Product("P", null, null));
        assertThat(bought.particulars()).isEqualTo(new Particulars(null, new BigDecimal("12.5"), null, List.of()));
    }

    @Test
    void anUpgradeTellsItsProductAndTheFieldsOfTheSeller() {
        var upgrade = (UpgradeOrdered) change(UPGRADE + "&productId=P&skuCode=s&amount=50&diskSize=40&bandWidth=5"
                + "&orderAmount=12.5&businessId=b&provisionType=3&saasExtendParams=" + EXTENSION);

        var bought = requireNonNull(upgrade.bought());
        assertThat(bought.product()).isEqualTo(new Product("P", "s", 50L, 40L, 5L));
        var particulars = requireNonNull(bought.particulars());
        assertThat(particulars.extension()).extracting(ExtensionField::name).containsExactly("a");
        assertThat(particulars.orderAmount()).isNull();
        assertThat(particulars.businessId()).isNull();
        assertThat(particulars.provisionType()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&skuCode=s", "&amount=50", "&diskSize=40", "&bandWidth=5"})
    void anUpgradeToNothingIsRefused(String told) {
        assertThat(why(UPGRADE + told)).isEqualTo("productId is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"skuCode=s", "amount=50", "diskSize=40", "bandWidth=5"})
    void whatAPurchaseTellsIsNotLostForWantOfAProduct(String told) {
        assertThat(why("activity=newInstance&orderId=CS1&" + told)).isEqualTo("productId is missing");
        assertThat(calls.translate("activity=newInstance&orderId=CS1")).isInstanceOf(Understood.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2E+3,   1200",
        "-1.2E3,   -1200",
        "+5,       5",
        ".5,       0.5",
        "5.,       5",
        "12e-2,    0.12",
    })
    void anAmountIsReadAsSendersPrintIt(String printed, String paid) {
        var term = (TermChanged) change(REFRESH + "&orderAmount=" + printed);

        var amount = requireNonNull(
                requireNonNull(requireNonNull(term.bought()).particulars()).orderAmount());
        assertThat(amount).isEqualByComparingTo(paid);
        assertThat(amount.scale()).isBetween(0, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99", "1e-99", "1e100", "e5", ".", "1e", "--1", "0x1", "1,5"})
    void anAmountThatIsNoneOrEndlessIsRefusedInARenewal(String amount) {
        assertThat(why(REFRESH + "&orderAmount=" + amount)).isEqualTo("orderAmount is not an amount");
    }

    @Test
    void contactDataThatWereSignedBeforeTheyWereDecodedAreRead() {
        var id = InstanceIds.derive(V1Calls.SELLER, InstanceKind.SAAS, new OrderKey("CS1", null, null));

        var purchase = (Command.AwaitedPurchase) understood(
                "activity=newInstance&orderId=CS1&mobilePhone=eYYCdvMk7x6soKExalL%2Bzmd98EY1Hr5hP5ZCkQ%3D%3D");

        assertThat(V1Calls.opened(requireNonNull(purchase.bought().buyer()).mobile(), id, Buyer.MOBILE))
                .isEqualTo("13800138000");
        assertThat(((Command.AwaitedPurchase) understood("activity=newInstance&orderId=CS1&mobilePhone=%zz"))
                        .bought()
                        .buyer())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "activity=newInstance&orderId=CS1,                    false",
        "activity=newInstance&orderId=CS1&customerName=Q,     false",
        "activity=newInstance&orderId=CS1&mobilePhone=x,      true",
        "activity=newInstance&orderId=CS1&email=x,            true",
        "activity=upgrade&instanceId=i&saasExtendParams=x,    true",
    })
    void whatIsSealedIsCostly(String parameters, boolean costly) {
        assertThat(calls.verifiedCall(parameters).costly()).isEqualTo(costly);
    }

    @Test
    void aStrangersQueryIsRefusedBeforeItsBodyIsRead() {
        assertThat(calls.open("GET", "activity=newInstance&orderId=CS1"))
                .isEqualTo(new Opening.Refused(Rejection.AUTH_TOKEN_MISSING));
        assertThat(calls.open("GET", "timeStamp=20260331011507482&authToken=" + "A".repeat(43) + "="))
                .isEqualTo(new Opening.Refused(Rejection.AUTH_TOKEN_MISMATCH));
        assertThat(calls.open("POST", "")).isInstanceOf(Opening.Credible.class);
    }

    @Test
    void debuggedPayPerUseInstancesOfOneOrderAreToldApart() {
        var order = "activity=newInstance&testFlag=1&orderId=CS1";

        assertThat(debugged(order + "&chargingMode=0&productId=P1"))
                .isEqualTo(debugged(order + "&chargingMode=0&productId=P1"))
                .isNotEqualTo(debugged(order + "&chargingMode=0&productId=P2"))
                .isNotEqualTo(debugged(order));
        assertThat(debugged(order + "&chargingMode=1&productId=P1")).isEqualTo(debugged(order));
    }

    private String debugged(String parameters) {
        return ((Reply.Obtained) ((Rehearsed) calls.translate(parameters)).reply()).instanceId();
    }

    private Object change(String parameters) {
        return ((Command.Change) understood(parameters)).fact();
    }

    private Command understood(String parameters) {
        return ((Understood) calls.translate(parameters)).command();
    }

    private String why(String parameters) {
        return ((NotUnderstood) calls.translate(parameters)).why();
    }
}

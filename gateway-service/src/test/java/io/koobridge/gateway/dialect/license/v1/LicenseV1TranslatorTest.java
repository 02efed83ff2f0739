package io.koobridge.gateway.dialect.license.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.FactIds;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.address.V1Terms;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.json.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseV1TranslatorTest {

    private static final Instant SIGNED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HOLD = Duration.ofSeconds(12);
    private static final V1Terms TERMS = new V1Terms(
            ZoneOffset.UTC, EncryptType.AES_256, false, HOLD, Map.of("OFFI-METERED", ChargingMode.ON_DEMAND));
    private static final String BUY = "activity=getLicense&businessId=b-1&orderId=CS1&productId=OFFI1";

    @Test
    void aPurchaseTellsEverythingThatWasBought() {
        assertThat(
                        translate(
                                BUY
                                        + "&amount=3&customerId=688&customerName=青禾&skuCode=s&expireTime=20270101000000&periodType=year&periodNumber=1"))
                .isEqualTo(new Understood(
                        new Activity("getLicense", true, true),
                        new Command.LicensedPurchase(
                                new OrderKey("CS1", null, null),
                                new OrderDetails(
                                        "NEW",
                                        ChargingMode.PERIOD,
                                        new Product("OFFI1", "s", 3L),
                                        new Period("year", 1),
                                        Instant.parse("2027-01-01T00:00:00Z"),
                                        new Buyer("688", "青禾", null, null, null, null),
                                        new Particulars("b-1", null, null, List.of())),
                                HOLD)));
    }

    @Test
    void aPurchaseFailsForNothingThatOnlyInforms() {
        var purchase = purchase("activity=getLicense&orderId=CS1&expireTime=soon&periodType=year&periodNumber=x");

        assertThat(purchase.bought())
                .isEqualTo(new OrderDetails(
                        "NEW",
                        ChargingMode.PERIOD,
                        null,
                        null,
                        null,
                        null,
                        new Particulars(null, null, null, List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&chargingMode=0", "&chargingMode=5"})
    void whatIsPaidByUseIsKnownByItsProductToo(String mode) {
        assertThat(purchase(BUY + mode).order()).isEqualTo(new OrderKey("CS1", null, "OFFI1"));
        assertThat(purchase(BUY.replace("OFFI1", "OFFI-METERED")).order())
                .isEqualTo(new OrderKey("CS1", null, "OFFI-METERED"));
        assertThat(problem("activity=getLicense&orderId=CS1" + mode)).isEqualTo("productId is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "activity=getLicense&productId=p,             orderId is missing",
        "activity=getLicense&orderId=o&amount=3,      productId is missing",
        "activity=getLicense&orderId=o&productId=p&amount=three, amount is not a whole number of at most 9 digits",
        "activity=refreshLicense&orderId=o&expireTime=20270101000000, instanceId is missing",
        "activity=refreshLicense&instanceId=i&expireTime=20270101000000, orderId is missing",
        "activity=refreshLicense&instanceId=i&orderId=o, expireTime is missing",
        "activity=refreshLicense&instanceId=i&orderId=o&expireTime=2027, expireTime is not a time of 14 or 17 digits",
        "activity=expireLicense&orderId=o,            instanceId is missing",
        "activity=releaseLicense&orderId=o,           instanceId is missing",
        "activity=,                                   activity is missing",
    })
    void whatIsWrongIsNamed(String parameters, String why) {
        assertThat(problem(parameters)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"20270101000000, true", "20260101000000, false", "20251231235959, false"})
    void aRenewalThawsWhenItsEndLiesAhead(String end, boolean thaws) {
        var change = (Command.Change) command(
                "activity=refreshLicense&instanceId=i&orderId=CS2&productId=OFFI2&expireTime=%s&periodType=month&periodNumber=2"
                        .formatted(end));
        var order = new OrderKey("CS2", null, null);
        var told = (TermChanged) change.fact();

        assertThat(told.thaws()).isEqualTo(thaws);
        assertThat(told.order()).isEqualTo(order);
        assertThat(told.change()).isEqualTo(TermChange.RENEWAL);
        assertThat(told.productId()).isEqualTo("OFFI2");
        assertThat(told.bought())
                .isEqualTo(new OrderDetails(
                        "RENEW",
                        null,
                        new Product("OFFI2", null, null),
                        new Period("month", 2),
                        told.expiresAt(),
                        null,
                        null));
        assertThat(change.factId()).isEqualTo(FactIds.ofTerm("i", TermChange.RENEWAL, order, told.expiresAt()));
    }

    @Test
    void anExpiryIsAFactOfItsOwnCall() {
        assertThat(command("activity=expireLicense&instanceId=i&orderId=CS1"))
                .isEqualTo(new Command.Change("i", "call-1", new InstanceFrozen()));
    }

    @Test
    void aReleaseIsKnownByItsOrder() {
        var order = new OrderKey("CS1", null, null);

        assertThat(command("activity=releaseLicense&instanceId=i&orderId=CS1"))
                .isEqualTo(new Command.Change("i", FactIds.ofRelease("i", order), new InstanceReleased(order)));
        assertThat(command("activity=releaseLicense&instanceId=i"))
                .isEqualTo(new Command.Change("i", "call-1", new InstanceReleased(null)));
    }

    @ParameterizedTest
    @CsvSource({"getLicense, true", "refreshLicense, false", "expireLicense, false", "releaseLicense, false"})
    void onlyAPurchaseIsRepeatedByItself(String activity, boolean repeated) {
        var known = translate("activity=%s&instanceId=i".formatted(activity)).activity();

        assertThat(known.label()).isEqualTo(activity);
        assertThat(known.repeated()).isEqualTo(repeated);
        assertThat(known.held()).isEqualTo(activity.equals("getLicense"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newInstance",
                "refreshInstance",
                "releaseInstance",
                "getLicenseAsync",
                "instanceStatus",
                "upgrade"
            })
    void activitiesOfOtherEditionsAreUnknown(String activity) {
        assertThat(translate("activity=%s&instanceId=i&orderId=o".formatted(activity)))
                .isEqualTo(new NotUnderstood(Activity.OTHER, "activity is unknown"));
    }

    @Test
    void aDebuggingPurchaseHasALicenseOfNobodys() {
        var first = (Rehearsed) translate("activity=getLicense&orderId=CS1&testFlag=1");
        var again = (Rehearsed) translate("activity=getLicense&orderId=CS1&amount=x&testFlag=1");
        var obtained = (Reply.Obtained) first.reply();

        assertThat(obtained.instanceId()).startsWith("debug-");
        assertThat(obtained.standing())
                .isInstanceOfSatisfying(Standing.Licensed.class, licensed -> assertThat(licensed.license())
                        .contains("made up"));
        assertThat(again).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refreshLicense", "expireLicense", "releaseLicense"})
    void aDebuggingChangeIsASuccess(String activity) {
        assertThat(translate("activity=%s&instanceId=123456789&expireTime=1&testFlag=1".formatted(activity)))
                .isEqualTo(new Rehearsed(new Activity(activity, false), new Reply.Noted(false)));
    }

    private static Command.LicensedPurchase purchase(String parameters) {
        return (Command.LicensedPurchase) command(parameters);
    }

    private static Command command(String parameters) {
        return ((Understood) translate(parameters)).command();
    }

    private static String problem(String parameters) {
        return ((NotUnderstood) translate(parameters)).why();
    }

    private static Translation translate(String parameters) {
        var object = CallJson.object();
        for (var pair : parameters.split("&", -1)) {
            object.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return LicenseV1Translator.translate(new Members(object), TERMS, SIGNED_AT, () -> "call-1");
    }
}

package io.koobridge.gateway.dialect.saas.v1;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.Translation.Understood;
import java.math.BigDecimal;
import java.time.Instant;
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

class V1TranslatorTest {

    private static final OrderKey CS1 = new OrderKey("CS1", null, null);

    private final V1Calls calls = new V1Calls();

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
        // What looks like another parameter is refused before it is translated.
        parameters.replaceAll((_, value) -> value.replace('&', '+'));
        parameters.putAll(Map.of(
                "activity",
                activity.activity().label(),
                "instanceId",
                "i",
                "orderId",
                "CS1",
                "timeStamp",
                "20260331011507482"));

        var translation = calls.verified(parameters).translate();

        assertThat(translation.activity()).isEqualTo(activity.activity());
        if (translation instanceof NotUnderstood refused) {
            assertThat(refused.why())
                    .matches("(productId|expireTime|instanceStatus|amount|diskSize|bandWidth|orderAmount) .*");
        } else {
            assertThat(translation).isInstanceOfAny(Understood.class, Rehearsed.class);
        }
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
}

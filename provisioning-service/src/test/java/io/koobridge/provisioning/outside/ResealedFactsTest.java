package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.Instances.fact;
import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.SealedText;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.TermChange;
import io.koobridge.provisioning.Instances;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ResealedFactsTest {

    private static final String OWNER = "imported 7";

    private final ResealedFacts resealed = new ResealedFacts(CONTACT);

    @Tag("promise:personal-data-are-sealed")
    @Test
    void whatABuyerToldIsSealedForTheInstanceThatOwnsHisOrder() {
        var told = told(sealed(Buyer.MOBILE, "13800000000"), sealed(ExtensionField.sealedAs("dept"), "研发"));
        var purchase = new InstancePurchased(InstanceKind.SAAS, Instances.ORDER, told, AccessForm.ENCRYPTED);

        var moved = resealed.about(OWNER, fact("purchase", 0, purchase));

        assertThat(moved.subject()).isEqualTo(OWNER);
        assertThat(moved.id()).isEqualTo("purchase");
        var data = (InstancePurchased) moved.data();
        assertThat(data.access()).isEqualTo(AccessForm.ENCRYPTED);
        assertOpens(data.bought());
        assertThat(Objects.requireNonNull(data.bought()).product()).isEqualTo(told.product());
    }

    @Test
    void aRenewalAndAnUpgradeMoveWithWhatTheyTell() {
        var told = told(sealed(Buyer.MOBILE, "13800000000"), sealed(ExtensionField.sealedAs("dept"), "研发"));
        var term = new TermChanged(TermChange.RENEWAL, Instances.RENEWAL_ORDER, "OFFI2", Instances.RENEWED, true, told);

        var renewal = (TermChanged) resealed.about(OWNER, fact("r", 0, term)).data();
        var upgrade =
                (UpgradeOrdered) resealed.about(OWNER, fact("u", 0, new UpgradeOrdered(Instances.UPGRADE_ORDER, told)))
                        .data();

        assertOpens(renewal.bought());
        assertOpens(upgrade.bought());
        assertThat(new TermChanged(
                        renewal.change(),
                        renewal.order(),
                        renewal.productId(),
                        renewal.expiresAt(),
                        renewal.thaws(),
                        told))
                .isEqualTo(term);
        assertThat(upgrade.order()).isEqualTo(Instances.UPGRADE_ORDER);
    }

    @Test
    void whatCannotBeOpenedIsDroppedAndNothingElse() {
        var told = told(new SealedText("damaged"), new SealedText("damaged"));

        var moved = (UpgradeOrdered) resealed.about(OWNER, fact("u", 0, new UpgradeOrdered(Instances.ORDER, told)))
                .data();

        var bought = Objects.requireNonNull(moved.bought());
        assertThat(Objects.requireNonNull(bought.buyer()).mobile()).isNull();
        assertThat(bought.buyer().customerId()).isEqualTo("c-1");
        assertThat(bought.particulars()).isEqualTo(new Particulars("b1", BigDecimal.ONE, 3, List.of()));
    }

    @Test
    void aFactAboutTheInstanceThatItNamesIsLeftAsItIs() {
        var event = fact("u", 0, new UpgradeOrdered(Instances.ORDER, told(new SealedText("a"), new SealedText("b"))));

        assertThat(resealed.about(Instances.ID, event)).isSameAs(event);
    }

    @Test
    void aFactThatTellsNothingMovesAsItIs() {
        InstanceFact frozen = new InstanceFrozen();

        var moved = resealed.about(OWNER, fact("f", 0, frozen));

        assertThat(moved.subject()).isEqualTo(OWNER);
        assertThat(moved.data()).isEqualTo(frozen);
        assertThat(resealed.about(OWNER, fact("p", 0, Instances.PURCHASE)).data())
                .isEqualTo(Instances.PURCHASE);
    }

    private static void assertOpens(@Nullable OrderDetails bought) {
        var known = Objects.requireNonNull(bought);
        assertThat(CONTACT.open(
                        OWNER,
                        Buyer.MOBILE,
                        Objects.requireNonNull(known.buyer()).mobile()))
                .isEqualTo("13800000000");
        assertThat(Objects.requireNonNull(known.particulars()).extension())
                .singleElement()
                .satisfies(
                        field -> assertThat(CONTACT.open(OWNER, ExtensionField.sealedAs(field.name()), field.value()))
                                .isEqualTo("研发"));
    }

    private static OrderDetails told(SealedText mobile, SealedText dept) {
        return new OrderDetails(
                "NEW",
                null,
                new OrderDetails.Product("OFFI1", "sku-1", 5L, 100L, 7L),
                null,
                null,
                new Buyer("c-1", null, null, null, mobile, null),
                new Particulars("b1", BigDecimal.ONE, 3, List.of(new ExtensionField("dept", dept))));
    }

    private static SealedText sealed(String field, String value) {
        return Objects.requireNonNull(CONTACT.seal(Instances.ID, field, value));
    }
}

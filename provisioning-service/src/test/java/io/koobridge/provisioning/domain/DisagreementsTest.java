package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.EXPIRY;
import static io.koobridge.provisioning.Instances.RENEWAL_ORDER;
import static io.koobridge.provisioning.Instances.RENEWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.LookUp.Cause;
import io.koobridge.provisioning.domain.LookUp.Purpose;
import io.koobridge.provisioning.domain.LookUp.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementsTest {

    @ParameterizedTest
    @CsvSource({
        "PURCHASE, NEW, true",
        "PURCHASE, TRIAL, true",
        "PURCHASE, TRIAL_TO_FORMAL, true",
        "PURCHASE, RENEW, false",
        "PURCHASE, CHANGE, false",
        "PURCHASE, UNSUBSCRIBE, false",
        "RENEWAL, RENEW, true",
        "RENEWAL, CHANGE, false",
        "RENEWAL, NEW, false",
        "TERM, RENEW, true",
        "TERM, TRIAL_TO_FORMAL, true",
        "TERM, CHANGE, true",
        "TERM, NEW, false",
        "TERM, UNSUBSCRIBE, false",
        "UPGRADE, CHANGE, true",
        "UPGRADE, RENEW, false",
        "UPGRADE, NEW, false",
        "UPGRADE, A_TYPE_OF_NEXT_YEAR, true"
    })
    void anOrderIsOfATypeThatFitsTheCall(Purpose purpose, String type, boolean fits) {
        var found = Disagreements.between(lookUp(purpose, new Told(null, null)), order(type, null, null));

        assertThat(found.isEmpty()).isEqualTo(fits);
    }

    @Tag("promise:disagreements-are-told")
    @Test
    void anotherEndIsTold() {
        var lookUp = lookUp(Purpose.TERM, new Told(RENEWED, null));

        assertThat(Disagreements.between(lookUp, order("RENEW", RENEWED, null))).isEmpty();
        assertThat(Disagreements.between(lookUp, order("RENEW", null, null))).isEmpty();
        assertThat(Disagreements.between(
                        lookUp(Purpose.TERM, new Told(RENEWED.plusMillis(999), null)), order("RENEW", RENEWED, null)))
                .as("orders know no thousandths")
                .isEmpty();
        assertThat(Disagreements.between(lookUp, order("RENEW", EXPIRY, null)))
                .containsExactly("order CS2 ends at 2027-11-22T15:59:59Z, but the call said 2028-11-22T15:59:59Z");
    }

    @Test
    void anotherProductIsTold() {
        var lookUp = lookUp(Purpose.TERM, new Told(null, "OFFI2"));

        assertThat(Disagreements.between(lookUp, order("RENEW", null, "OFFI2"))).isEmpty();
        assertThat(Disagreements.between(lookUp, order("RENEW", null, null))).isEmpty();
        assertThat(Disagreements.between(lookUp, order("RENEW", null, "OFFI1")))
                .containsExactly("order CS2 is for the product OFFI1, but the call said OFFI2");
    }

    private static LookUp lookUp(Purpose purpose, Told told) {
        return new LookUp(RENEWAL_ORDER, new Cause(purpose, "fact", Instances.ORDERED), told);
    }

    private static OrderDetails order(String type, @Nullable Instant expiresAt, @Nullable String productId) {
        var product = productId == null ? null : new Product(productId, null, null);
        return new OrderDetails(type, ChargingMode.PERIOD, product, null, expiresAt, null);
    }
}

package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.stack.demo.InstanceState.Product;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InstanceStateTest {

    private static final Instant END = Instant.parse("2027-11-22T15:59:59Z");
    private static final Product TEN = new Product("OFFI1", "sku-standard-01", 10L);

    @Test
    void isWhatTheMarketplaceBelieves() {
        var purchase = JsonMapper.shared().readTree("""
                {"belief":{"wanted":"FROZEN","expireTime":"20271122155959","expiresAt":"2027-11-22T15:59:59Z",
                           "product":{"productId":"OFFI1","skuCode":"sku-standard-01","linearValue":10}}}""");

        assertThat(new Belief().of(purchase)).contains(new InstanceState("FROZEN", END, TEN));
        assertThat(new Belief().of(JsonMapper.shared().readTree("{}"))).isEmpty();
    }

    @Test
    void isWhatTheProductsPageSays() {
        var page = """
                <h1>OFFI1</h1>
                %s
                <dl>
                <dt>Instance</dt><dd>kb1</dd>
                <dt>Seats</dt><dd>0 used of 10</dd>
                <dt>Paid until</dt><dd>2027-11-22T15:59:59.999Z</dd>
                </dl>""";

        var active = ProductPages.state(page.formatted(""));
        var frozen = ProductPages.state(
                page.formatted("<p><strong>This instance is frozen.</strong> Its data is kept.</p>"));

        assertThat(active.agreesWith(new InstanceState("ACTIVE", END, TEN))).isTrue();
        assertThat(frozen.agreesWith(new InstanceState("FROZEN", END, TEN))).isTrue();
        assertThat(frozen.agreesWith(active)).isFalse();
    }

    @Test
    void differsByEndAndByProductUntilItIsReleased() {
        var active = new InstanceState("ACTIVE", END, TEN);

        assertThat(active.agreesWith(new InstanceState("ACTIVE", END.plusSeconds(1), TEN)))
                .isFalse();
        assertThat(active.agreesWith(new InstanceState("ACTIVE", null, TEN))).isFalse();
        assertThat(active.agreesWith(new InstanceState("ACTIVE", END, new Product("OFFI1", "sku-standard-01", 20L))))
                .isFalse();
        assertThat(active.agreesWith(new InstanceState("ACTIVE", END, new Product("OFFI2", null, 10L))))
                .isFalse();
        assertThat(new InstanceState("RELEASED", END, TEN)
                        .agreesWith(new InstanceState("RELEASED", null, Product.UNKNOWN)))
                .isTrue();
    }

    @Test
    void isSaidInAFewWords() {
        assertThat(new InstanceState("ACTIVE", END, TEN).text()).isEqualTo("ACTIVE 2027-11-22 sku-standard-01 x10");
        assertThat(new InstanceState("ACTIVE", null, new Product("OFFI1", null, null)).text())
                .isEqualTo("ACTIVE no end OFFI1");
    }
}

package io.koobridge.provisioning.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.provisioning.domain.Wish;
import org.junit.jupiter.api.Test;

class TemplateProvisionerTest extends ProvisionerContract {

    @Override
    Provisioner provisioner() {
        return new TemplateProvisioner("https://app.example.com/{instanceId}");
    }

    @Test
    void placesAreFilledInPercentEncoded() {
        var template = "https://app.example.com/{instanceId}?order={orderId}&customer={customerId}";

        assertThat(new TemplateProvisioner(template).apply(Wish.of(Instances.learned())))
                .isEqualTo(ready("https://app.example.com/kb-test?order=CS1&customer=c%201"));
    }

    @Test
    void aFilledInValueIsNoTemplateItself() {
        var wish = new Wish(
                "kb-1",
                1,
                Wish.Change.CREATE,
                WantedState.ACTIVE,
                new OrderKey("{customerId}", null, null),
                Instances.BOUGHT,
                null,
                AccessForm.PLAIN);

        assertThat(new TemplateProvisioner("https://app.example.com/?o={orderId}").apply(wish))
                .isEqualTo(ready("https://app.example.com/?o=%7BcustomerId%7D"));
    }

    @Test
    void anUnknownCustomerIsEmpty() {
        assertThat(new TemplateProvisioner("https://app.example.com/?c={customerId}")
                        .apply(Wish.of(Instances.ordered())))
                .isEqualTo(ready("https://app.example.com/?c="));
    }

    @Test
    void aFrozenInstanceKeepsItsAddress() {
        assertThat(provisioner().apply(Wish.of(Instances.frozen())))
                .isEqualTo(ready("https://app.example.com/kb-test"));
    }

    @Test
    void aTemplateThatMakesNoAddressFails() {
        assertThat(new TemplateProvisioner("app.example.com/{instanceId}").apply(Wish.of(Instances.learned())))
                .isEqualTo(new Answer.Failed("frontEndUrl must be an absolute http or https address"));
    }

    private static Answer ready(String url) {
        return new Answer.Ready(new AppInfo(url, null, null, null, null));
    }
}

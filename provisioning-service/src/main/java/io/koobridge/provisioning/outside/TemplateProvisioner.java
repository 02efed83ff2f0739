package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Wish;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * For products that need no provisioning: one address for each buyer, made from a template. {@code {instanceId}}, {@code
 * {orderId}} and {@code {customerId}} are filled in, percent-encoded; an unknown customer is empty.
 */
final class TemplateProvisioner implements Provisioner {

    private final String frontEndUrl;

    TemplateProvisioner(String frontEndUrl) {
        this.frontEndUrl = frontEndUrl;
    }

    @Override
    public Answer apply(Wish wish) {
        return switch (wish.wanted()) {
            case ACTIVE, FROZEN -> AnswerCheck.ready(new AppInfo(filled(wish), null, null, null, null), wish.access());
            case RELEASED -> new Answer.Ready(null);
        };
    }

    private String filled(Wish wish) {
        var customerId = Optional.ofNullable(wish.bought())
                .map(OrderDetails::buyer)
                .map(Buyer::customerId)
                .orElse("");
        return frontEndUrl
                .replace("{instanceId}", encoded(wish.instanceId()))
                .replace("{orderId}", encoded(wish.order().orderId()))
                .replace("{customerId}", encoded(customerId));
    }

    private static String encoded(String value) {
        // A blank is "+" in forms only; elsewhere in an address it would stay a plus sign.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

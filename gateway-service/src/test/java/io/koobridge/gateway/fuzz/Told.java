package io.koobridge.gateway.fuzz;

import io.koobridge.crypto.seal.Opening;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.OrderDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a V1 call tells of an order, with what is sealed opened.
 *
 * @param product id, specification, amount, disk, bandwidth
 * @param period unit, count
 * @param buyer customer, name, user, user's name, mobile number, e-mail
 * @param particulars business id, amount paid, way of provisioning
 */
record Told(
        String type,
        @Nullable String mode,
        @Nullable List<@Nullable Object> product,
        @Nullable List<@Nullable Object> period,
        @Nullable Instant end,
        @Nullable List<@Nullable Object> buyer,
        List<@Nullable Object> particulars,
        Map<String, String> extension) {

    /** Null stands for what was sealed for something else, so that it agrees with nothing. */
    static Told of(OrderDetails details, String instanceId) {
        var product = details.product();
        var period = details.period();
        var buyer = details.buyer();
        var particulars = details.particulars();
        var extension = new LinkedHashMap<String, String>();
        if (particulars != null) {
            particulars
                    .extension()
                    .forEach(field -> extension.put(
                            field.name(), opened(field.value(), instanceId, "extension:" + field.name())));
        }
        return new Told(
                details.orderType(),
                details.chargingMode() == null ? null : details.chargingMode().name(),
                product == null
                        ? null
                        : list(
                                product.productId(),
                                product.skuCode(),
                                product.quantity(),
                                product.diskSize(),
                                product.bandWidth()),
                period == null ? null : list(period.unit(), period.count()),
                details.expiresAt(),
                buyer == null
                        ? null
                        : list(
                                buyer.customerId(),
                                buyer.customerName(),
                                buyer.userId(),
                                buyer.userName(),
                                orNull(buyer.mobile(), instanceId, "mobile"),
                                orNull(buyer.email(), instanceId, "email")),
                particulars == null
                        ? list("no particulars")
                        : list(particulars.businessId(), particulars.orderAmount(), particulars.provisionType()),
                extension);
    }

    static List<@Nullable Object> list(@Nullable Object... parts) {
        return new ArrayList<>(Arrays.asList(parts));
    }

    static @Nullable BigDecimal amount(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable String orNull(@Nullable SealedText sealed, String instanceId, String field) {
        return sealed == null ? null : opened(sealed, instanceId, field);
    }

    private static String opened(SealedText sealed, String instanceId, String field) {
        return Gateway.CONTACT_OPENER.open(sealed.value(), new SealContext(instanceId, field))
                        instanceof Opening.Opened(var text)
                ? text
                : "sealed for something else";
    }
}

package io.koobridge.provisioning.web.imports;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.ImportedOrders;
import io.koobridge.provisioning.outside.ImportedTexts.Contact;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, checked. Password and contact data are in clear here: this record stays within one request.
 *
 * @param order the one that the instance was bought by
 * @param orders by what calls name it, and the orders that came after it
 * @param bought without contact data
 */
record ImportRow(
        String instanceId,
        InstanceKind kind,
        OrderKey order,
        ImportedOrders orders,
        WantedState wanted,
        OrderDetails bought,
        Contact contact,
        @Nullable AppInfo access,
        AccessForm accessForm) {

    @Override
    public String toString() {
        return "ImportRow(%s)".formatted(instanceId);
    }
}

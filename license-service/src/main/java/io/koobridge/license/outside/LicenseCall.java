package io.koobridge.license.outside;

import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.LicenseOrder;
import tools.jackson.databind.node.ObjectNode;

/** What the seller's licence server is sent (docs/license-server.md): the whole order, and what is to be done with it. */
enum LicenseCall {
    ISSUE,
    REVOKE;

    byte[] body(LicenseOrder order) {
        ObjectNode body = Json.mapper().valueToTree(order);
        return Json.mapper().writeValueAsBytes(body.put("call", name()));
    }

    /** The same for each attempt. */
    String messageId(LicenseOrder order) {
        return switch (this) {
            case ISSUE -> order.licenseId() + "-issue";
            case REVOKE -> order.licenseId() + "-revoke";
        };
    }
}

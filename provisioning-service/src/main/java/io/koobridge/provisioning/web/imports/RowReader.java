package io.koobridge.provisioning.web.imports;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.ImportedOrders;
import io.koobridge.provisioning.outside.ImportedTexts;
import io.koobridge.provisioning.outside.ImportedTexts.Contact;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one row as docs/import.md describes it; all that is wrong with it is told at once. */
final class RowReader {

    private static final int LONGEST_ID = 64;
    private static final int OTHER_ORDERS = 32;

    /** The access data's own limits are those of the marketplace, and are checked where a product's answer is. */
    private static final int LONG = 2_000;

    private static final int NAME = 256;

    /** The columns that there are (docs/import.md). */
    static final Set<String> MEMBERS = Set.of(
            "instanceId",
            "kind",
            "orderId",
            "orderLineId",
            "otherOrders",
            "productId",
            "skuCode",
            "quantity",
            "chargingMode",
            "edition",
            "status",
            "expireTime",
            "frontEndUrl",
            "adminUrl",
            "userName",
            "password",
            "memo",
            "customerId",
            "customerName",
            "buyerUserId",
            "buyerUserName",
            "mobile",
            "email");

    /** A row, or why there is none. */
    sealed interface Read {
        record Row(ImportRow row) implements Read {}

        /**
         * No row.
         *
         * @param instanceId as far as it could be read
         */
        record Faulty(@Nullable String instanceId, String why) implements Read {}
    }

    private final RowText row;

    private RowReader(JsonNode node) {
        this.row = new RowText(node);
        node.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(_ -> row.fault("a member is there that no row has; those of a row are "
                        + String.join(", ", MEMBERS.stream().sorted().toList())));
    }

    static Read read(JsonNode node) {
        return node.isObject() ? new RowReader(node).read() : new Read.Faulty(null, "a row must be a JSON object");
    }

    private Read read() {
        var id = instanceId();
        var kind = row.word("kind", text -> constant(InstanceKind.class, text), "SAAS, LICENSE")
                .orElse(InstanceKind.SAAS);
        var wanted = row.word("status", text -> constant(WantedState.class, text), "ACTIVE, FROZEN, RELEASED")
                .orElse(WantedState.ACTIVE);
        var form = row.word("edition", RowReader::form, "V1, V2").orElse(AccessForm.PLAIN);
        var bought = bought();
        var contact = new Contact(row.text("mobile", NAME), row.text("email", NAME));
        var access = access(kind, wanted, form);
        var orderId = row.required("orderId", LONGEST_ID);
        var line = row.text("orderLineId", LONGEST_ID);
        var others = row.texts("otherOrders", LONGEST_ID, OTHER_ORDERS);
        if (!row.faults().isEmpty()) {
            return faulty(id);
        }
        var product =
                Optional.ofNullable(bought.product()).map(Product::productId).orElse(null);
        var order = new OrderKey(orderId, line, bought.metered() ? product : null);
        try {
            var orders = ImportedOrders.of(new OrderKey(orderId, line, product), bought.chargingMode(), others);
            return new Read.Row(new ImportRow(id, kind, order, orders, wanted, bought, contact, access, form));
        } catch (IllegalArgumentException tooLong) {
            row.fault("orderId leaves no room for the end of its line, -000001: give orderLineId");
            return faulty(id);
        }
    }

    private Read.Faulty faulty(String id) {
        return new Read.Faulty(id.isEmpty() ? null : id, String.join("; ", row.faults()));
    }

    private String instanceId() {
        var id = row.required("instanceId", LONGEST_ID);
        if (id.chars().anyMatch(Character::isISOControl)) {
            row.fault("instanceId has control characters");
        }
        // Queries part ids by commas (saas-v1 §3.7), operators' addresses by slashes.
        if (id.contains(",") || id.contains("/")) {
            row.fault("instanceId has a comma or a slash");
        }
        return id;
    }

    private OrderDetails bought() {
        var mode = row.word(
                        "chargingMode",
                        RowReader::mode,
                        "PERIOD, ONE_TIME, ON_DEMAND, ON_DEMAND_PKG, or 1, 3, 0, 5 as in V1")
                .orElse(null);
        var productId = row.text("productId", LONGEST_ID);
        var sku = row.text("skuCode", NAME);
        var quantity = row.number("quantity");
        if (productId == null && (sku != null || quantity != null)) {
            row.fault("productId is missing beside skuCode or quantity");
        }
        if (productId == null && mode != null && mode.metered()) {
            row.fault("productId is missing: it tells instances of a pay-per-use order apart");
        }
        var buyer = new Buyer(
                row.text("customerId", NAME),
                row.text("customerName", NAME),
                row.text("buyerUserId", NAME),
                row.text("buyerUserName", NAME),
                null,
                null);
        return new OrderDetails(
                "NEW",
                mode,
                productId == null ? null : new Product(productId, sku, quantity),
                null,
                row.time("expireTime"),
                buyer);
    }

    /** A licence is no place to go to, and nobody goes to what was released. */
    private @Nullable AppInfo access(InstanceKind kind, WantedState wanted, AccessForm form) {
        var frontEndUrl = row.text("frontEndUrl", LONG);
        var adminUrl = row.text("adminUrl", LONG);
        var userName = row.text("userName", LONG);
        var password = row.text("password", LONG);
        var memo = row.text("memo", LONG);
        if (frontEndUrl == null) {
            if (kind == InstanceKind.SAAS && wanted != WantedState.RELEASED) {
                row.fault("frontEndUrl is missing");
            } else if (adminUrl != null || userName != null || password != null || memo != null) {
                row.fault("frontEndUrl is missing beside other access data");
            }
            return null;
        }
        var access = new AppInfo(frontEndUrl, adminUrl, userName, password, memo);
        ImportedTexts.faults(access, form).forEach(row::fault);
        return access;
    }

    private static Optional<AccessForm> form(String edition) {
        return switch (edition) {
            case "V1" -> Optional.of(AccessForm.ENCRYPTED);
            case "V2" -> Optional.of(AccessForm.PLAIN);
            default -> Optional.empty();
        };
    }

    private static Optional<ChargingMode> mode(String text) {
        return switch (text) {
            case "0" -> Optional.of(ChargingMode.ON_DEMAND);
            case "1" -> Optional.of(ChargingMode.PERIOD);
            case "3" -> Optional.of(ChargingMode.ONE_TIME);
            case "5" -> Optional.of(ChargingMode.ON_DEMAND_PKG);
            default -> constant(ChargingMode.class, text);
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}

package io.koobridge.gateway.fuzz;

import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.fuzz.V1Verifier.Verdict;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A second translator: reads saas-v1 §3 with §10 parameter by parameter, and gives up at the first one that will not do. */
final class V1Reading {

    private static final List<String> STATES = List.of("FREEZE", "NORMAL", "UNFREEZE");
    private static final Map<String, ChargingMode> MODES = Map.of(
            "0", ChargingMode.ON_DEMAND,
            "1", ChargingMode.PERIOD,
            "3", ChargingMode.ONE_TIME,
            "5", ChargingMode.ON_DEMAND_PKG);

    private final Place place;
    private final Verdict.Genuine call;

    private V1Reading(Place place, Verdict.Genuine call) {
        this.place = place;
        this.call = call;
    }

    /**
     * What a call says.
     *
     * @param told of an order, without which the meaning's fact is complete
     */
    record Said(Meaning meaning, @Nullable Told told) {}

    private static final class NoSense extends Exception {
        private static final long serialVersionUID = 1;

        NoSense() {
            super("no sense", null, false, false);
        }
    }

    static Said of(Place place, Verdict.Genuine call) {
        try {
            return new V1Reading(place, call).said();
        } catch (NoSense none) {
            return new Said(new Meaning.Nonsense(), null);
        }
    }

    /** By the call's own account where that is a time and not from the future. */
    static Instant signedAt(Verdict.Genuine call) {
        return time(call.parameters().get("timeStamp"), ZoneOffset.UTC)
                .filter(time -> !time.isAfter(Place.NOW.plusSeconds(60)))
                .orElse(Place.NOW);
    }

    private Said said() throws NoSense {
        var activity = words("activity");
        var known = place == Place.LICENSES ? V1LicenseCorpus.ACTIVITIES : V1Corpus.ACTIVITIES;
        if (!known.contains(activity)) {
            throw new NoSense();
        }
        if ("1".equals(call.parameters().get("testFlag"))) {
            return new Said(rehearsal(activity), null);
        }
        return switch (activity) {
            case "newInstance" -> purchase();
            case "getLicense" -> licensed();
            case "refreshLicense" -> renewal();
            case "expireLicense" -> change(activity, null, new InstanceFrozen());
            case "releaseLicense" -> release(activity);
            case "refreshInstance" -> refresh();
            case "expireInstance" -> change(activity, null, new InstanceFrozen());
            case "releaseInstance" -> release(activity);
            case "upgrade" -> upgrade();
            case "instanceStatus" -> {
                var id = id("instanceId");
                var state = words("instanceStatus");
                if (!STATES.contains(state)) {
                    throw new NoSense();
                }
                var fact = state.equals("FREEZE") ? new InstanceFrozen() : new InstanceUnfrozen();
                yield new Said(new Meaning.Change(activity, id, null, fact), null);
            }
            default -> new Said(new Meaning.Query(ids()), null);
        };
    }

    private Meaning rehearsal(String activity) throws NoSense {
        var unused = words(List.of("newInstance", "getLicense").contains(activity) ? "orderId" : "instanceId");
        return new Meaning.Rehearsal(activity, activity.equals("queryInstance") ? ids() : List.of());
    }

    private Said purchase() throws NoSense {
        var orderId = id("orderId");
        var mode = mode();
        requireQuantities();
        if (lenient("productId") == null
                && (lenient("skuCode") != null
                        || optional("amount") != null
                        || optional("diskSize") != null
                        || optional("bandWidth") != null)) {
            throw new NoSense();
        }
        boolean byUse = mode == ChargingMode.ON_DEMAND || mode == ChargingMode.ON_DEMAND_PKG;
        var order = new OrderKey(orderId, null, byUse ? id("productId") : null);
        var buyer = Told.list(
                optional("customerId"),
                optional("customerName"),
                optional("userId"),
                optional("userName"),
                contact("mobilePhone", "[+0-9][0-9 ()-]{3,30}"),
                contact("email", "[^\\s@]{1,128}@[^\\s@]{1,128}"));
        var told = new Told(
                "1".equals(call.parameters().get("trialFlag")) ? "TRIAL" : "NEW",
                mode == null ? null : mode.name(),
                product(),
                period(),
                end(),
                buyer.stream().allMatch(part -> part == null) ? null : buyer,
                particulars(),
                V1Extension.read(optional("saasExtendParams")));
        return new Said(new Meaning.Purchase(order), told);
    }

    private Said refresh() throws NoSense {
        var id = id("instanceId");
        var order = new OrderKey(id("orderId"), null, null);
        var end = time(words("expireTime"), place.terms().zone()).orElseThrow(NoSense::new);
        var paid = optional("orderAmount");
        if (paid != null && amount(paid) == null) {
            throw new NoSense();
        }
        var formal = optional("trialToFormal");
        boolean back = paid != null && new BigDecimal(paid.strip()).signum() < 0;
        var product = lenient("productId");
        var told = lenient("orderAmount");
        var change = back
                ? TermChange.UNSUBSCRIBE_RENEWAL_PERIOD
                : formal != null && !formal.strip().equals("0") ? TermChange.TRIAL_TO_FORMAL : TermChange.RENEWAL;
        var type = back ? "UNSUBSCRIBE" : change == TermChange.RENEWAL ? "RENEW" : "TRIAL_TO_FORMAL";
        return new Said(
                new Meaning.Change(
                        "refreshInstance",
                        id,
                        FactIds.ofTerm(id, change, order, end),
                        new TermChanged(
                                change, order, lenient("productId"), end, !back && end.isAfter(signedAt(call)))),
                new Told(
                        type,
                        null,
                        product == null ? null : Told.list(product, null, null, null, null),
                        period(),
                        end,
                        null,
                        Told.list(null, Told.amount(told == null ? null : amount(told)), null),
                        Map.of()));
    }

    private Said release(String activity) throws NoSense {
        var id = id("instanceId");
        var orderId = lenient("orderId");
        var order = orderId == null ? null : new OrderKey(orderId, null, null);
        return change(activity, order == null ? null : FactIds.ofRelease(id, order), new InstanceReleased(order));
    }

    private Said upgrade() throws NoSense {
        var id = id("instanceId");
        var order = new OrderKey(id("orderId"), null, null);
        requireQuantities();
        id("productId");
        return new Said(
                new Meaning.Change("upgrade", id, FactIds.ofUpgrade(id, order), new UpgradeOrdered(order)),
                new Told(
                        "CHANGE",
                        null,
                        product(),
                        null,
                        null,
                        null,
                        Told.list(null, null, null),
                        V1Extension.read(optional("saasExtendParams"))));
    }

    private Said change(String activity, @Nullable String factId, InstanceFact fact) throws NoSense {
        return new Said(new Meaning.Change(activity, id("instanceId"), factId, fact), null);
    }

    /** The instance that a purchase becomes. */
    static String derived(Place place, Meaning.Purchase purchase) {
        return InstanceIds.derive(Corpus.SELLER, place.address().sold(), purchase.order());
    }

    /** license §7: the parameters of the table, and how it is paid. */
    private Said licensed() throws NoSense {
        var orderId = id("orderId");
        var mode = mode();
        requireQuantities();
        if (lenient("productId") == null
                && (lenient("skuCode") != null
                        || optional("amount") != null
                        || optional("diskSize") != null
                        || optional("bandWidth") != null)) {
            throw new NoSense();
        }
        boolean byUse = mode == ChargingMode.ON_DEMAND || mode == ChargingMode.ON_DEMAND_PKG;
        var order = new OrderKey(orderId, null, byUse ? id("productId") : null);
        var buyer = Told.list(optional("customerId"), optional("customerName"), null, null, null, null);
        var told = new Told(
                "NEW",
                mode == null ? null : mode.name(),
                product(),
                period(),
                end(),
                buyer.stream().allMatch(part -> part == null) ? null : buyer,
                Told.list(lenient("businessId"), null, null),
                Map.of());
        return new Said(new Meaning.Purchase(order), told);
    }

    private Said renewal() throws NoSense {
        var id = id("instanceId");
        var order = new OrderKey(id("orderId"), null, null);
        var end = time(words("expireTime"), place.terms().zone()).orElseThrow(NoSense::new);
        var product = lenient("productId");
        var fact = new TermChanged(TermChange.RENEWAL, order, product, end, end.isAfter(signedAt(call)));
        return new Said(
                new Meaning.Change("refreshLicense", id, FactIds.ofTerm(id, TermChange.RENEWAL, order, end), fact),
                new Told(
                        "RENEW",
                        null,
                        product == null ? null : Told.list(product, null, null, null, null),
                        period(),
                        end,
                        null,
                        Told.list("no particulars"),
                        Map.of()));
    }

    private @Nullable ChargingMode mode() {
        var said = lenient("chargingMode");
        var known = said == null ? null : MODES.get(said.strip());
        if (known != null) {
            return known;
        }
        return Place.METERED_PRODUCT.equals(lenient("productId"))
                ? ChargingMode.ON_DEMAND
                : lenient("expireTime") == null ? null : ChargingMode.PERIOD;
    }

    /** How much was bought is not guessed. */
    private void requireQuantities() throws NoSense {
        for (var name : List.of("amount", "diskSize", "bandWidth")) {
            var said = optional(name);
            if (said != null && !said.strip().matches("[0-9]{1,9}")) {
                throw new NoSense();
            }
        }
    }

    private @Nullable List<@Nullable Object> product() {
        var id = lenient("productId");
        return id == null
                ? null
                : Told.list(id, lenient("skuCode"), quantity("amount"), quantity("diskSize"), quantity("bandWidth"));
    }

    private @Nullable Long quantity(String name) {
        var said = optional(name);
        return said != null && said.strip().matches("[0-9]{1,9}") ? Long.valueOf(said.strip()) : null;
    }

    private @Nullable List<@Nullable Object> period() {
        var unit = lenient("periodType");
        var count = whole("periodNumber");
        return unit == null || count == null ? null : Told.list(unit, count);
    }

    private @Nullable Instant end() {
        var said = lenient("expireTime");
        return said == null ? null : time(said, place.terms().zone()).orElse(null);
    }

    private List<@Nullable Object> particulars() {
        var paid = lenient("orderAmount");
        return Told.list(
                lenient("businessId"),
                paid == null || amount(paid) == null ? null : Told.amount(amount(paid)),
                whole("provisionType"));
    }

    private @Nullable Integer whole(String name) {
        var said = lenient(name);
        return said != null && said.strip().matches("[0-9]{1,9}") ? Integer.valueOf(said.strip()) : null;
    }

    private static @Nullable String amount(String text) {
        if (!text.strip().matches("[+-]?([0-9]{1,20}(\\.[0-9]{0,6})?|\\.[0-9]{1,6})([eE][+-]?[0-9]{1,2})?")) {
            return null;
        }
        var paid = new BigDecimal(text.strip());
        boolean endless = paid.scale() > 20 || paid.precision() - paid.scale() > 20;
        return endless ? null : paid.toPlainString();
    }

    /** Of the size that was agreed on, else of the other; what looks like nothing of the kind is nothing (saas-v1 §7.5). */
    private @Nullable String contact(String name, String looks) {
        var value = optional(name);
        if (value == null) {
            return null;
        }
        boolean longer = place.terms().encryption().digit().equals("1");
        for (int size : longer ? new int[] {32, 16} : new int[] {16, 32}) {
            var once = value.contains("%") ? V1Verifier.decoded(value).orElse(value) : value;
            var plain = V1Signing.decrypted(call.key().secret(), size, once.replace(' ', '+'))
                    .filter(text -> text.matches(looks));
            if (plain.isPresent()) {
                return plain.get();
            }
        }
        return null;
    }

    private static Optional<Instant> time(@Nullable String digits, ZoneId zone) {
        if (digits == null || !digits.matches("[0-9]{14}|[0-9]{17}")) {
            return Optional.empty();
        }
        try {
            int millis = digits.length() == 14 ? 0 : Integer.parseInt(digits.substring(14));
            var local = LocalDateTime.of(
                    part(digits, 0, 4),
                    part(digits, 4, 6),
                    part(digits, 6, 8),
                    part(digits, 8, 10),
                    part(digits, 10, 12),
                    part(digits, 12, 14),
                    millis * 1_000_000);
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int part(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private List<String> ids() throws NoSense {
        var ids = Arrays.stream(words("instanceId").split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (ids.isEmpty() || ids.size() > 100) {
            throw new NoSense();
        }
        return ids;
    }

    private String words(String name) throws NoSense {
        var words = optional(name);
        if (words == null) {
            throw new NoSense();
        }
        return words;
    }

    private String id(String name) throws NoSense {
        var id = lenient(name);
        if (id == null) {
            throw new NoSense();
        }
        return id;
    }

    private @Nullable String optional(String name) {
        var value = call.parameters().get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private @Nullable String lenient(String name) {
        var value = optional(name);
        return value == null || value.length() > 64 ? null : value;
    }
}

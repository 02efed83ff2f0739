package io.koobridge.gateway.fuzz;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A second translator: reads saas-v2 §3 to §6 (design §3.3, §3.4) member by member, and gives up at the first one that will not do. */
final class Reading {

    private static final List<String> ACTIVITIES = List.of(
            "newInstance",
            "queryInstance",
            "refreshInstance",
            "updateInstanceStatus",
            "releaseInstance",
            "upgradeInstance",
            "changeInstanceCheck");

    private final Tree.Obj body;

    private Reading(Tree.Obj body) {
        this.body = body;
    }

    private static final class NoSense extends Exception {
        private static final long serialVersionUID = 1;

        NoSense() {
            super("no sense", null, false, false);
        }
    }

    static Meaning of(Place place, byte[] bytes) {
        var tree = Signing.text(bytes).flatMap(TreeReader::read).filter(Reading::hasNumbers);
        try {
            return tree.isPresent() && tree.get() instanceof Tree.Obj body
                    ? new Reading(body).meaning(place)
                    : new Meaning.Nonsense();
        } catch (NoSense none) {
            return new Meaning.Nonsense();
        }
    }

    private Meaning meaning(Place place) throws NoSense {
        var activity = words("activity");
        if (!activities(place).contains(activity)) {
            throw new NoSense();
        }
        if (body.member("testFlag").flatMap(Reading::words).equals(Optional.of("1"))) {
            return rehearsal(activity);
        }
        return switch (activity) {
            case "newInstance" -> {
                var productId = optional("productId");
                if (productId != null && !isId(productId)) {
                    throw new NoSense();
                }
                yield new Meaning.Purchase(new OrderKey(id("orderId"), id("orderLineId"), productId));
            }
            case "queryInstance" -> new Meaning.Query(ids());
            case "changeInstanceCheck" -> check();
            case "getLicenseAsync" -> application();
            case "refreshLicenseCode", "updateLicenseCodeStatus", "releaseLicenseCode" ->
                codeChange(activity, id("license"));
            default -> change(activity, id("instanceId"));
        };
    }

    private static List<String> activities(Place place) {
        return switch (place) {
            case CHINA, EUROPE, WORLD -> ACTIVITIES;
            case LICENSES -> LicenseCorpus.ACTIVITIES.subList(0, 6);
            case CODES -> LicenseCorpus.ACTIVITIES.subList(6, 9);
        };
    }

    private Meaning application() throws NoSense {
        var id = id("instanceId");
        var event = words("eventId");
        if (!event.matches("[A-Za-z0-9._~-]{1,64}") || event.equals(".") || event.equals("..")) {
            throw new NoSense();
        }
        var from = LicenseTimes.of(words("effectiveTime")).orElseThrow(NoSense::new);
        var until = optional("expireTime");
        var end = until == null ? null : LicenseTimes.of(until).orElseThrow(NoSense::new);
        var print = fingerprint();
        if (end != null && !end.isAfter(from)) {
            throw new NoSense();
        }
        return new Meaning.Application(new LicenseApplied(id, event, print, from, end));
    }

    private @Nullable String fingerprint() throws NoSense {
        var member = body.member("deviceFingerprint")
                .filter(value -> !value.equals(Tree.NULL))
                .orElse(null);
        if (member == null) {
            return null;
        }
        var print = words(member).orElseThrow(NoSense::new);
        if (print.length() > 8_192 || Signing.bytes(print).isEmpty()) {
            throw new NoSense();
        }
        return print.isEmpty() ? null : print;
    }

    private Meaning codeChange(String activity, String code) throws NoSense {
        return switch (activity) {
            case "refreshLicenseCode" -> {
                var scene = TermChange.valueOf(one("scene", LicenseCorpus.CODE_SCENES));
                var order = new OrderKey(id("orderId"), lenient(body, "orderLineId"), null);
                var end = time(words("expireTime")).toInstant(ZoneOffset.UTC);
                yield new Meaning.CodeChange(
                        activity,
                        code,
                        FactIds.ofTerm(code, scene, order, end),
                        new CodeTermChanged(scene, order, lenient(body, "productId"), end));
            }
            case "updateLicenseCodeStatus" ->
                new Meaning.CodeChange(
                        activity,
                        code,
                        null,
                        one("status", List.of("FREEZE", "UNFREEZE")).equals("FREEZE")
                                ? new CodeFrozen()
                                : new CodeUnfrozen());
            default -> {
                var orderId = lenient(body, "orderId");
                var order = orderId == null ? null : new OrderKey(orderId, lenient(body, "orderLineId"), null);
                yield new Meaning.CodeChange(
                        activity, code, order == null ? null : FactIds.ofRelease(code, order), new CodeReleased(order));
            }
        };
    }

    private Meaning rehearsal(String activity) throws NoSense {
        if (activity.endsWith("Code") || activity.contains("LicenseCode")) {
            var unused = words("license");
            return new Meaning.Rehearsal(activity, List.of());
        }
        if (activity.equals("getLicenseAsync")) {
            var unused = words("instanceId") + words("eventId");
            return new Meaning.Rehearsal(activity, List.of());
        }
        if (activity.equals("newInstance")) {
            var unused = words("orderId") + words("orderLineId");
            return new Meaning.Rehearsal(activity, List.of());
        }
        var unused = words("instanceId");
        return new Meaning.Rehearsal(activity, activity.equals("queryInstance") ? ids() : List.of());
    }

    private Meaning change(String activity, String id) throws NoSense {
        return switch (activity) {
            case "refreshInstance" -> {
                var scene = TermChange.valueOf(one("scene", Corpus.SCENES));
                var order = new OrderKey(id("orderId"), lenient(body, "orderLineId"), null);
                var expires = time(words("expireTime"));
                yield new Meaning.Change(
                        activity,
                        id,
                        FactIds.ofTerm(id, scene, order, expires.toInstant(ZoneOffset.UTC)),
                        new TermChanged(
                                scene, order, lenient(body, "productId"), expires.toInstant(ZoneOffset.UTC), false));
            }
            case "updateInstanceStatus" ->
                new Meaning.Change(
                        activity,
                        id,
                        null,
                        one("status", List.of("FREEZE", "UNFREEZE")).equals("FREEZE")
                                ? new InstanceFrozen()
                                : new InstanceUnfrozen());
            case "releaseInstance" -> {
                var orderId = lenient(body, "orderId");
                var order = orderId == null ? null : new OrderKey(orderId, lenient(body, "orderLineId"), null);
                yield new Meaning.Change(
                        activity, id, order == null ? null : FactIds.ofRelease(id, order), new InstanceReleased(order));
            }
            default -> {
                var order = new OrderKey(id("orderId"), lenient(body, "orderLineId"), null);
                yield new Meaning.Change(activity, id, FactIds.ofUpgrade(id, order), new UpgradeOrdered(order));
            }
        };
    }

    private Meaning check() throws NoSense {
        var id = id("instanceId");
        @Nullable Tree info = body.member("productInfo").orElse(null);
        if (info instanceof Tree.Text(var text)) {
            info = TreeReader.read(text).filter(Reading::hasNumbers).orElse(null);
        }
        if (info instanceof Tree.Arr(var items)) {
            info = items.isEmpty() ? null : items.getFirst();
        }
        if (!(info instanceof Tree.Obj product)) {
            throw new NoSense();
        }
        return new Meaning.Check(
                id,
                lenient(product, "productId"),
                lenient(product, "skuCode"),
                quantity(lenient(product, "linearValue")));
    }

    private static @Nullable Long quantity(@Nullable String text) {
        try {
            return text == null || text.length() > 32
                    ? null
                    : Long.valueOf(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException none) {
            return null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static LocalDateTime time(String digits) throws NoSense {
        if (!digits.matches("[0-9]{14}|[0-9]{17}")) {
            throw new NoSense();
        }
        try {
            int millis = digits.length() == 14 ? 0 : Integer.parseInt(digits.substring(14));
            return LocalDateTime.of(
                    part(digits, 0, 4),
                    part(digits, 4, 6),
                    part(digits, 6, 8),
                    part(digits, 8, 10),
                    part(digits, 10, 12),
                    part(digits, 12, 14),
                    millis * 1_000_000);
        } catch (DateTimeException noSuchTime) {
            throw new NoSense();
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
        if (ids.isEmpty()
                || ids.size() > 100
                || !ids.stream().allMatch(id -> Signing.bytes(id).isPresent())) {
            throw new NoSense();
        }
        return ids;
    }

    private String id(String name) throws NoSense {
        var words = words(name);
        if (!isId(words)) {
            throw new NoSense();
        }
        return words;
    }

    private String one(String name, List<String> choice) throws NoSense {
        var words = words(name);
        if (!choice.contains(words)) {
            throw new NoSense();
        }
        return words;
    }

    private String words(String name) throws NoSense {
        var words = optional(name);
        if (words == null) {
            throw new NoSense();
        }
        return words;
    }

    /** Null when there is nothing; what is neither text nor number makes no sense. */
    private @Nullable String optional(String name) throws NoSense {
        var member = body.member(name).filter(value -> !value.equals(Tree.NULL));
        if (member.isPresent() && words(member.get()).isEmpty()) {
            throw new NoSense();
        }
        return member.flatMap(Reading::words).filter(words -> !words.isBlank()).orElse(null);
    }

    private static @Nullable String lenient(Tree.Obj object, String name) {
        return object.member(name).flatMap(Reading::words).filter(Reading::isId).orElse(null);
    }

    private static boolean isId(String text) {
        return !text.isBlank() && text.length() <= 64 && Signing.bytes(text).isPresent();
    }

    private static Optional<String> words(Tree value) {
        return switch (value) {
            case Tree.Text(var text) -> Optional.of(text);
            case Tree.Raw raw when raw.isNumber() -> number(raw.token());
            default -> Optional.empty();
        };
    }

    /** Without an exponent or a leading sign that says nothing. */
    private static Optional<String> number(String token) {
        try {
            boolean whole = token.matches("-?[0-9]+");
            return Optional.of(whole ? new BigInteger(token).toString() : new BigDecimal(token).toString());
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** A body with a number beyond all measure cannot be read at all. */
    private static boolean hasNumbers(Tree tree) {
        return switch (tree) {
            case Tree.Obj(var members) -> members.stream().allMatch(member -> hasNumbers(member.value()));
            case Tree.Arr(var items) -> items.stream().allMatch(Reading::hasNumbers);
            case Tree.Text _ -> true;
            case Tree.Raw raw -> !raw.isNumber() || number(raw.token()).isPresent();
        };
    }
}

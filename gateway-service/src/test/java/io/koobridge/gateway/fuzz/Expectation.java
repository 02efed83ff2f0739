package io.koobridge.gateway.fuzz;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must come of a call.
 *
 * @param code six digits
 * @param published whether its fact must have been sent, stored or not
 * @param failed may be done again under the same nonce
 * @param instanceId in the answer
 * @param info ids in the answer
 */
record Expectation(
        String code,
        boolean published,
        boolean failed,
        @Nullable String instanceId,
        List<String> info) {

    private static final Map<FailureReason, String> FAILURES = Map.of(
            FailureReason.NO_RESOURCE, "000100",
            FailureReason.MOBILE_MISSING_OR_USED, "000101",
            FailureReason.EMAIL_MISSING_OR_USED, "000102",
            FailureReason.NOT_BUYABLE_AGAIN, "000103",
            FailureReason.PRODUCT_ERROR, "000104",
            FailureReason.ALREADY_ENTITLED, "000105",
            FailureReason.SOLD_OUT, "000106",
            FailureReason.MAIL_DOMAIN_EXISTS, "000107",
            FailureReason.OTHER, "000005");

    static Expectation plain(String code) {
        return new Expectation(code, false, false, null, List.of());
    }

    /** @param longList whether the edition knows the codes after 000100 there */
    static Expectation of(Meaning meaning, Mood mood, Place place, boolean longList) {
        return switch (meaning) {
            case Meaning.Nonsense _ -> plain("000002");
            case Meaning.Rehearsal(var activity, var ids) ->
                new Expectation(
                        "000000",
                        false,
                        false,
                        List.of("newInstance", "getLicense").contains(activity) ? "debug-" : null,
                        ids);
            case Meaning.Purchase purchase -> purchase(derived(purchase, place), mood, place);
            case Meaning.Change change -> change(change.instanceId(), mood, place);
            case Meaning.Application _ -> application(mood);
            case Meaning.CodeChange _ -> change("", mood, place);
            case Meaning.Query(var ids) -> query(ids, mood, longList);
            case Meaning.Check check -> check(check, mood, place);
        };
    }

    static String derived(Meaning.Purchase purchase, Place place) {
        return InstanceIds.derive(Corpus.SELLER, place.address().sold(), purchase.order());
    }

    private static Expectation purchase(String derived, Mood mood, Place place) {
        if (mood.store() != Mood.Store.STORED || mood.reach() == Mood.Reach.HANGS) {
            return new Expectation("000005", true, true, null, List.of());
        }
        InstanceResolution known = mood.reach() == Mood.Reach.ANSWERS ? mood.resolution() : InstanceResolution.UNKNOWN;
        var id = known.instanceId() == null ? derived : known.instanceId();
        // No query of a licence would ever tell that it is ready (license §3.6).
        boolean ready = known.ready() || known.phase() == Phase.RELEASED || place == Place.LICENSES;
        return new Expectation(ready ? "000000" : "000004", true, false, id, List.of());
    }

    /** Its place first, then the fact; nobody goes on without a place (design §3.5). */
    private static Expectation application(Mood mood) {
        var reservation = LicenseWorld.reservation(mood.viewSeed());
        if (mood.reach() != Mood.Reach.ANSWERS || reservation.verdict() == LicenseReservation.Verdict.NOT_YET) {
            return failure();
        }
        if (reservation.reason() != null) {
            return plain(code(reservation.reason(), Place.LICENSES));
        }
        boolean delivered = reservation.verdict() == LicenseReservation.Verdict.DELIVERED;
        return mood.store() == Mood.Store.STORED
                ? new Expectation(delivered ? "000000" : "000004", true, false, null, List.of())
                : new Expectation("000005", true, true, null, List.of());
    }

    /** What only licences can be refused for has no code in SaaS. */
    private static String code(Reason reason, Place place) {
        boolean ofLicenses = place == Place.LICENSES || place == Place.CODES;
        return switch (reason) {
            case UNKNOWN_INSTANCE, RELEASED, PROVISIONING_FAILED, NO_ACCESS -> "000003";
            case UNKNOWN_CODE -> ofLicenses ? "000003" : "000005";
            case SECRET_UNREADABLE -> "000005";
            case QUOTA_USED_UP -> ofLicenses ? "000900" : "000005";
            case OUTSIDE_TERM -> ofLicenses ? "000901" : "000005";
            case EXPIRY_MISSING -> ofLicenses ? "000902" : "000005";
            case FINGERPRINT_MISSING -> ofLicenses ? "000903" : "000005";
        };
    }

    private static Expectation change(String instanceId, Mood mood, Place place) {
        if (mood.reach() == Mood.Reach.HANGS) {
            return failure();
        }
        @Nullable Reason reason = mood.reach() == Mood.Reach.ANSWERS ? mood.admission().reason() : null;
        boolean onItsWay = reason == Reason.UNKNOWN_INSTANCE && InstanceIds.isDerived(instanceId);
        if (reason != null && !onItsWay) {
            return plain(code(reason, place));
        }
        boolean stored = mood.store() == Mood.Store.STORED;
        return new Expectation(stored ? "000000" : "000005", true, !stored, null, List.of());
    }

    private static Expectation query(List<String> ids, Mood mood, boolean longList) {
        var possible = ids.stream().filter(id -> id.length() <= 64).toList();
        if (!possible.isEmpty() && mood.reach() != Mood.Reach.ANSWERS) {
            return failure();
        }
        var views = possible.isEmpty() ? List.<View>of() : views(possible, mood).instances();
        var ready = new ArrayList<String>();
        boolean preparing = false;
        @Nullable String failed = null;
        for (var id : ids) {
            var view = views.stream().filter(one -> one.instanceId().equals(id)).findFirst();
            if (view.isEmpty()) {
                preparing |= InstanceIds.isDerived(id);
                continue;
            }
            switch (view.get().phase()) {
                case ACTIVE, FROZEN -> ready.add(id);
                case PROVISIONING -> preparing = true;
                case FAILED -> failed = failed == null ? code(view.get().failure(), longList) : failed;
                case RELEASED -> {
                    // One that does not exist.
                }
            }
        }
        if (!ready.isEmpty()) {
            return new Expectation("000000", false, false, null, ready);
        }
        return plain(preparing ? "000004" : failed == null ? "000003" : failed);
    }

    static InstanceViews views(List<String> possible, Mood mood) {
        return Views.of(mood.viewSeed(), possible);
    }

    static String code(@Nullable FailureReason failure, boolean longList) {
        var code = FAILURES.get(failure == null ? FailureReason.OTHER : failure);
        // The European list ends at 000100 (saas-v2 §8), and in V1 every list but the Chinese (saas-v1 §5.1).
        return code == null || (!longList && code.compareTo("000100") > 0) ? "000005" : code;
    }

    private static Expectation check(Meaning.Check check, Mood mood, Place place) {
        if (mood.reach() != Mood.Reach.ANSWERS || mood.verdict().verdict() == ChangeCheck.Verdict.UNDECIDED) {
            return failure();
        }
        return switch (mood.verdict().verdict()) {
            case POSSIBLE -> plain("000000");
            case IMPOSSIBLE -> plain(place.address().codes().changeRefused());
            case REFUSED -> {
                boolean onItsWay =
                        mood.verdict().reason() == Reason.UNKNOWN_INSTANCE && InstanceIds.isDerived(check.instanceId());
                yield onItsWay
                        ? failure()
                        : plain(code(Objects.requireNonNull(mood.verdict().reason()), place));
            }
            case UNDECIDED -> failure();
        };
    }

    /** Ours; nothing was sent. */
    static Expectation failure() {
        return new Expectation("000005", false, true, null, List.of());
    }
}

package io.koobridge.gateway.fuzz;

import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.gateway.address.Edition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must come of a V1 call.
 *
 * @param plain what every edition's answer has
 * @param appInfo of a purchase, as it is before it is encrypted; absent when there is none
 */
record V1Expectation(Expectation plain, @Nullable AppInfo appInfo) {

    static final AppInfo MADE_UP = new AppInfo("https://example.com/", null, null, null, null);

    static V1Expectation of(Meaning meaning, Mood mood, Place place) {
        boolean longList = place.address().codes().edition() == Edition.CN;
        return switch (meaning) {
            case Meaning.Purchase purchase ->
                place == Place.LICENSES
                        ? licensed(owner(V1Reading.derived(place, purchase), mood), mood)
                        : purchase(V1Reading.derived(place, purchase), mood, longList);
            case Meaning.Rehearsal rehearsal
            when rehearsal.activity().equals("newInstance") ->
                new V1Expectation(Expectation.of(rehearsal, mood, place, longList), MADE_UP);
            default -> new V1Expectation(Expectation.of(meaning, mood, place, longList), null);
        };
    }

    /** Which instance has the order: another one than the derived when it was imported (design §4). */
    static String owner(String derived, Mood mood) {
        var known = mood.resolution().instanceId();
        return mood.reach() == Mood.Reach.ANSWERS && known != null ? known : derived;
    }

    /** Held until the licence is made, or the time is over (design §3.8). */
    private static V1Expectation licensed(String id, Mood mood) {
        if (mood.store() != Mood.Store.STORED || mood.reach() == Mood.Reach.HANGS) {
            return new V1Expectation(new Expectation("000005", true, true, null, List.of()), null);
        }
        var purchased = mood.reach() == Mood.Reach.ANSWERS
                ? LicenseWorld.purchased(mood.viewSeed())
                : new PurchasedLicense(null, false);
        if (purchased.refused()) {
            return new V1Expectation(new Expectation("000005", true, false, null, List.of()), null);
        }
        var code = purchased.license() == null ? "000004" : "000000";
        return new V1Expectation(new Expectation(code, true, false, id, List.of()), null);
    }

    /** Held until the instance is ready, or the time is over (design §3.8). */
    private static V1Expectation purchase(String derived, Mood mood, boolean longList) {
        if (mood.store() != Mood.Store.STORED || mood.reach() == Mood.Reach.HANGS) {
            return new V1Expectation(new Expectation("000005", true, true, null, List.of()), null);
        }
        @Nullable View view = mood.reach() == Mood.Reach.ANSWERS
                ? Views.ordered(mood.viewSeed()).view()
                : null;
        if (view == null) {
            return waiting(derived, "000004");
        }
        return switch (view.phase()) {
            case PROVISIONING -> waiting(view.instanceId(), "000004");
            case ACTIVE, FROZEN ->
                view.appInfo() == null
                        ? waiting(view.instanceId(), "000004")
                        : success(view.instanceId(), view.appInfo());
            case FAILED ->
                new V1Expectation(
                        new Expectation(Expectation.code(view.failure(), longList), true, false, null, List.of()),
                        null);
            case RELEASED ->
                view.appInfo() == null
                        ? waiting(view.instanceId(), "000000")
                        : success(view.instanceId(), new AppInfo(view.appInfo().frontEndUrl(), null, null, null, null));
        };
    }

    private static V1Expectation waiting(String id, String otherwise) {
        return Gateway.WAITING_PAGE
                .at(id)
                .map(page -> success(id, new AppInfo(page, null, null, null, null)))
                .orElseGet(() -> new V1Expectation(new Expectation(otherwise, true, false, id, List.of()), null));
    }

    private static V1Expectation success(String id, AppInfo appInfo) {
        return new V1Expectation(new Expectation("000000", true, false, id, List.of()), appInfo);
    }
}

package io.koobridge.tenant.domain;

import static io.koobridge.tenant.Facts.APP;
import static io.koobridge.tenant.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.tenant.Facts;
import io.koobridge.tenant.domain.User.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsersTest {

    private static final String NAME = "li.lei";

    @Test
    void isGrantedByBeingAddedAndStaysGrantedWhenModified() {
        var added = told(null, UserChange.ADDED, NOW, Facts.user(NAME, "D1", "admin", true));
        var modified = told(added, UserChange.MODIFIED, NOW, Facts.user(NAME, "D2", "user", null));

        assertThat(added.grants().get(APP))
                .matches(User.Grant::opens)
                .extracting(User.Grant::role)
                .isEqualTo("admin");
        assertThat(modified.grants().get(APP))
                .matches(User.Grant::opens)
                .extracting(User.Grant::role)
                .isEqualTo("user");
        assertThat(modified.profile().orgCode()).isEqualTo("D2");
    }

    @Test
    void aModificationOfAStrangerAddsHimAndOfACancelledOneDoesNot() {
        assertThat(grant(told(null, UserChange.MODIFIED, NOW, Facts.user(NAME))).opens())
                .isTrue();
        var cancelled =
                told(told(null, UserChange.ADDED, NOW, Facts.user(NAME)), UserChange.CANCELLED, NOW, Facts.user(NAME));

        assertThat(grant(told(cancelled, UserChange.MODIFIED, NOW, Facts.user(NAME)))
                        .standing())
                .isEqualTo(Standing.CANCELLED);
    }

    @Test
    void whoIsDisabledIsKnownAndMayNotLogIn() {
        var user = told(null, UserChange.ADDED, NOW, Facts.user(NAME, "D1", "user", false));

        assertThat(grant(user).standing()).isEqualTo(Standing.GRANTED);
        assertThat(grant(user).opens()).isFalse();
    }

    @Test
    void whatTakesSomethingAwaySaysNothingOfHim() {
        var added = told(null, UserChange.ADDED, NOW, Facts.user(NAME, "D1", "admin", true));
        var cancelled = told(added, UserChange.CANCELLED, NOW, Facts.user(NAME, "D9", "user", false));

        assertThat(cancelled.profile()).isEqualTo(added.profile());
        assertThat(grant(cancelled).role()).isEqualTo("admin");
    }

    @ParameterizedTest
    @EnumSource(
            value = UserChange.class,
            names = {"CANCELLED", "DELETED"})
    void takingAwayFromAStrangerKeepsALateAdditionAway(UserChange taken) {
        var gone = told(null, taken, NOW, Facts.user(NAME));

        assertThat(grant(gone).opens()).isFalse();
        assertThat(Users.decide(
                        gone,
                        Facts.at(NOW.minus(Duration.ofMinutes(1)), Facts.users(UserChange.ADDED, Facts.user(NAME))),
                        Facts.user(NAME)))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void whatOneApplicationIsToldTakesNothingFromAnother() {
        var user = told(null, UserChange.ADDED, NOW, Facts.user(NAME));
        var other = applied(
                user, Facts.at(NOW, Facts.users("app-2", UserChange.DELETED, Facts.user(NAME))), Facts.user(NAME));

        assertThat(grant(other).opens()).isTrue();
        assertThat(other.grants().get("app-2")).extracting(User.Grant::standing).isEqualTo(Standing.DELETED);
    }

    @Test
    void whatIsTakenBackThroughOneInstanceIsLeftThroughAnother() {
        var one = Facts.user(NAME);
        var both = through("i-2", through("i-1", null, UserChange.ADDED, one), UserChange.ADDED, one);
        var left = through("i-1", both, UserChange.DELETED, one);

        assertThat(grant(left).opens()).isTrue();
        assertThat(grant(through("i-2", left, UserChange.CANCELLED, one)).standing())
                .isEqualTo(Standing.CANCELLED);
    }

    @Test
    void whoIsAddedAfterEverybodyForgotHimInheritsNothing() {
        var known = new UserRow(
                NAME,
                "Li Lei",
                "D1",
                "engineer",
                "0042",
                1,
                "admin",
                false,
                null,
                null,
                "Berlin",
                null,
                Map.of(),
                List.of());
        var gone = told(told(null, UserChange.ADDED, NOW, known), UserChange.DELETED, NOW, Facts.user(NAME));
        assertThat(gone.profile().employeeCode()).isNull();

        var other = told(gone, UserChange.ADDED, NOW, Facts.user(NAME, "D2", null, null));

        assertThat(other.profile().employeeCode()).isNull();
        assertThat(other.profile().workPlace()).isNull();
        assertThat(grant(other).opens()).isTrue();
        assertThat(grant(other).role()).isNull();
        assertThat(grant(told(gone, UserChange.MODIFIED, NOW, Facts.user(NAME))).opens())
                .as("a modification of a missing one creates it")
                .isTrue();
    }

    @Test
    void aDebuggingCallTakesNobodyAway() {
        var real = told(null, UserChange.ADDED, NOW, Facts.user(NAME));
        var debugged = new UsersTold(
                Facts.INSTANCE, APP, UserChange.DELETED, Part.whole("s", 1), List.of(Facts.user(NAME)), true);

        assertThat(Users.decide(real, Facts.at(NOW, debugged), Facts.user(NAME)))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void onlyAsManyOtherMembersAreKeptAsOneCallMayTell() {
        User user = null;
        for (int i = 0; i < 100; i++) {
            var row = new UserRow(
                    NAME,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of("member" + i, new SealedText("sealed")),
                    List.of());
            user = told(user, UserChange.MODIFIED, NOW, row);
        }

        assertThat(Objects.requireNonNull(user).profile().extension()).hasSize(64);
    }

    private static User through(String instance, @Nullable User user, UserChange change, UserRow row) {
        var told = new UsersTold(instance, APP, change, Part.whole("s", 1), List.of(row), false);
        return applied(user, Facts.at(NOW, told), row);
    }

    @Test
    void whatIsNotToldStays() {
        var row = new UserRow(
                NAME,
                "Li Lei",
                "D1",
                "engineer",
                "0042",
                1,
                "user",
                true,
                null,
                null,
                "Berlin",
                "2026-1-9",
                Map.of(),
                List.of());
        var user = told(
                told(null, UserChange.ADDED, NOW, row),
                UserChange.MODIFIED,
                NOW,
                new UserRow(
                        NAME, null, null, null, null, null, null, null, null, null, null, null, Map.of(), List.of()));

        assertThat(user.profile().position()).isEqualTo("engineer");
        assertThat(user.profile().employeeType()).isEqualTo(1);
        assertThat(user.profile().orgCode()).isEqualTo("D1");
    }

    private static User told(@Nullable User user, UserChange change, Instant asOf, UserRow row) {
        return applied(user, Facts.at(asOf, Facts.users(change, row)), row);
    }

    private static User applied(@Nullable User user, Event<UsersTold> event, UserRow row) {
        return switch (Users.decide(user, event, row)) {
            case Applied<User>(var next) -> next;
            case Outcome.Unchanged<User> _ -> Objects.requireNonNull(user);
            case Outcome.Stale<User> _, Outcome.Refused<User> _ -> throw new AssertionError("not applied");
        };
    }

    private static User.Grant grant(User user) {
        return Objects.requireNonNull(user.grants().get(APP));
    }
}

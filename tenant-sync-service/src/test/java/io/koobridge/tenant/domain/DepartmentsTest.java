package io.koobridge.tenant.domain;

import static io.koobridge.tenant.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.tenant.Facts;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartmentsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void isAddedUnderAParentThatNobodyToldOfYetAndMoves() {
        var added = told(null, Facts.of(Facts.department("D2", "D1")));
        var moved = told(added, Facts.at(NOW.plus(HOUR), Facts.department("D2", "D3")));

        assertThat(added.parent()).isEqualTo("D1");
        assertThat(moved.parent()).isEqualTo("D3");
        assertThat(Departments.decide(moved, Facts.of(Facts.department("D2", "D1"))))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void isTakenAwayWithoutItsNameAndComesBack() {
        var gone = told(told(null, Facts.of(Facts.department("D1", null))), Facts.of(Facts.gone("D1")));

        assertThat(gone.present()).isFalse();
        assertThat(gone.name()).isEqualTo("Department D1");
        assertThat(told(gone, Facts.of(Facts.department("D1", null))).present()).isTrue();
        assertThat(told(null, Facts.of(Facts.gone("D9"))).present()).isFalse();
    }

    @Test
    void whatWasTakenAwayIsNotBroughtBackByWhatWasToldBefore() {
        var gone = told(null, Facts.of(Facts.gone("D1")));

        assertThat(Departments.decide(gone, Facts.at(NOW.minus(HOUR), Facts.department("D1", null))))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void theSameAgainIsUnchanged() {
        var added = told(null, Facts.of(Facts.department("D1", null)));

        assertThat(Departments.decide(added, Facts.of(Facts.department("D1", null))))
                .isEqualTo(new Outcome.Unchanged<>());
    }

    @Test
    void whatWasToldAfterARunWasNotMissedByIt() {
        var told = told(null, Facts.at(NOW.plusSeconds(2), Facts.department("D1", null)));

        assertThat(Departments.missing(told, "another run", NOW)).isEqualTo(new Outcome.Unchanged<>());
        assertThat(Departments.missing(told, "another run", NOW.plus(HOUR))).isInstanceOf(Applied.class);
    }

    @Test
    void aDebuggingCallTakesNoneAway() {
        var real = told(null, Facts.of(Facts.department("D1", null)));
        var debugged = new DepartmentTold(Facts.INSTANCE, new DepartmentRow("D1", null, null), null, true);

        assertThat(Departments.decide(real, Facts.of(debugged))).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void itsOwnParentIsNone() {
        assertThat(told(null, Facts.of(Facts.department("D1", "D1"))).parent()).isNull();
    }

    @Test
    void aWholeOrganisationSaysWhichRunNamedItAndAModificationWithoutANameKeepsIt() {
        var event = Facts.of(Facts.organisation("sync-1", Facts.row("D1", null)));
        var named = applied(null, Departments.decide(null, event, Facts.row("D1", null)));
        var renamed = told(
                named,
                Facts.of(new DepartmentTold(
                        Facts.INSTANCE, new DepartmentRow("D1", null, "D0"), TenantFact.Change.MODIFIED, false)));

        assertThat(named.run()).isEqualTo("sync-1");
        assertThat(renamed.run()).isEqualTo("sync-1");
        assertThat(renamed.name()).isEqualTo("Department D1");
        assertThat(renamed.parent()).isEqualTo("D0");
    }

    @Test
    void aLinkThatWasCutStaysCutUntilAnotherOneIsTold() {
        var cut = told(null, Facts.of(Facts.department("D1", "D2"))).cut(true);

        assertThat(told(cut, Facts.of(Facts.department("D1", "D2"))).parent()).isNull();
        assertThat(told(cut, Facts.of(Facts.department("D1", "D3"))).parent()).isEqualTo("D3");
    }

    private static Department told(@Nullable Department current, Event<DepartmentTold> event) {
        return applied(current, Departments.decide(current, event));
    }

    private static Department applied(@Nullable Department current, Outcome<Department> outcome) {
        return outcome instanceof Applied<Department>(var next) ? next : Objects.requireNonNull(current);
    }
}

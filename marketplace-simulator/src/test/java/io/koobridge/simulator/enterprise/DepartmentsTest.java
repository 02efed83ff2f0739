package io.koobridge.simulator.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.koobridge.simulator.life.NotNow;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DepartmentsTest {
    private final Departments departments = new Departments("Acme", 2_000, 1);

    @Test
    void everyDepartmentComesAfterItsParentAndSiblingsHaveOtherNames() {
        Set<String> seen = new HashSet<>(Set.of(""));
        Set<String> names = new HashSet<>();

        departments.list().forEach(each -> {
            assertThat(seen).contains(each.parentCode());
            seen.add(each.orgCode());
            assertThat(names.add(each.parentCode() + "/" + each.orgName())).isTrue();
        });

        assertThat(departments.list())
                .hasSize(2_000)
                .filteredOn(each -> each.parentCode().isEmpty())
                .hasSize(1);
    }

    @Test
    void aSeedMakesAlwaysTheSameTreeAndAnotherOneAnother() {
        assertThat(new Departments("Acme", 2_000, 1).list()).isEqualTo(departments.list());
        assertThat(new Departments("Acme", 2_000, 2).list()).isNotEqualTo(departments.list());
    }

    @Test
    void aDepartmentIsNeverBelowItself() {
        Department child = departments.children("D00001").getFirst();

        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> departments.move("D00001", child.orgCode()));
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> departments.move("D00001", "D00001"));
        assertThat(departments.move(child.orgCode(), "D00000").parentCode()).isEqualTo("D00000");
    }

    @Test
    void whatIsThereAlreadyOrNotAtAllIsRefused() {
        departments.add("X", "same", "D00002");

        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> departments.add("X", "other", "D00002"));
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> departments.add("Y", "same", "D00002"));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> departments.add("Y", "other", "nowhere"));
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> departments.remove("D00000"));
        assertThatIllegalArgumentException().isThrownBy(() -> departments.rename("X", "n".repeat(129)));
    }
}

package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.life.NotNow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the administrator does with departments after the binding (tenant-sync §5.4). */
public final class DepartmentDeeds {
    private DepartmentDeeds() {}

    private static Planned told(Truth truth, int flag, Department department) {
        return Planned.of(() -> truth.words().department(flag, department));
    }

    private static String required(@Nullable String value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return value;
    }

    /**
     * A new one.
     *
     * @param parentCode default: the top department
     */
    public record Add(
            @Nullable String orgCode,
            @Nullable String orgName,
            @Nullable String parentCode) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            Departments departments = truth.departments();
            String code = orgCode == null ? departments.newCode() : orgCode;
            String name = Objects.requireNonNullElse(orgName, "新部门 " + code);
            String parent = Objects.requireNonNullElse(parentCode, Departments.code(0));
            return List.of(told(truth, Words.ADD, departments.add(code, name, parent)));
        }
    }

    public record Rename(@Nullable String orgCode, @Nullable String orgName) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            return List.of(told(
                    truth,
                    Words.MODIFY,
                    truth.departments().rename(required(orgCode, "orgCode"), required(orgName, "orgName"))));
        }
    }

    public record Move(@Nullable String orgCode, @Nullable String parentCode) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            return List.of(told(
                    truth,
                    Words.MODIFY,
                    truth.departments().move(required(orgCode, "orgCode"), required(parentCode, "parentCode"))));
        }
    }

    /** Its children and its people go to its parent first. */
    public record Remove(@Nullable String orgCode) implements Deed {
        private static final int MOST_CHILDREN = 200;

        @Override
        public List<Planned> done(Truth truth) {
            Departments departments = truth.departments();
            Department gone = departments.known(required(orgCode, "orgCode"));
            List<Department> children = departments.children(gone.orgCode());
            if (children.size() > MOST_CHILDREN) {
                throw new NotNow("it has more than " + MOST_CHILDREN + " departments directly below it");
            }
            String parent = gone.parentCode();
            if (parent.isEmpty()) {
                throw new NotNow("the top department cannot be deleted");
            }
            List<Planned> calls = new ArrayList<>();
            children.forEach(child -> calls.add(told(truth, Words.MODIFY, departments.move(child.orgCode(), parent))));
            Roster roster = truth.roster();
            int[] people = roster.numbers(
                            number -> roster.standing(number).orgCode().equals(gone.orgCode()))
                    .toArray();
            roster.change(people, standing -> standing.in(parent));
            int[] known = roster.numbers(roster::isAuthorized)
                    .filter(number -> Arrays.binarySearch(people, number) >= 0)
                    .toArray();
            calls.addAll(Planned.users(truth, Words.MODIFY, known));
            calls.add(told(truth, Words.DELETE, departments.remove(gone.orgCode())));
            return calls;
        }
    }
}

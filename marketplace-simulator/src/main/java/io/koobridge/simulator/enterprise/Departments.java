package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.life.NotNow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** The departments of one enterprise: a tree below one top department. Its owner takes care of threads. */
final class Departments {
    static final int MOST = 50_000;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 128;
    private static final List<String> NAMES =
            List.of("研发部", "市场部", "销售部", "财务部", "人力资源部", "客户服务部", "质量管理部", "采购部", "法务部", "运维部", "产品部", "Logistics");

    private final Map<String, Department> all = new LinkedHashMap<>();
    private int next;

    /** The same seed makes the same tree. */
    Departments(String enterprise, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        put(new Department(code(0), enterprise, ""));
        for (next = 1; next < count; next++) {
            // A quarter of those before: so the tree is some levels deep and has departments of many children.
            String parent = code(random.nextInt(1 + next / 4));
            String name = NAMES.get(random.nextInt(NAMES.size())) + " " + next;
            put(new Department(code(next), name, parent));
        }
    }

    static String code(int number) {
        return "D%05d".formatted(number);
    }

    List<Department> list() {
        return List.copyOf(all.values());
    }

    int size() {
        return all.size();
    }

    Department known(String code) {
        Department known = all.get(code);
        if (known == null) {
            throw new NoSuchElementException("no department " + code);
        }
        return known;
    }

    Department add(String code, String name, String parent) {
        if (all.size() >= MOST) {
            throw new NotNow("an enterprise has at most " + MOST + " departments");
        }
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new IllegalArgumentException("orgCode must have 1 to " + LONGEST_CODE + " characters");
        }
        if (all.containsKey(code)) {
            throw new NotNow("department " + code + " is there already");
        }
        var unused = known(parent);
        requireFree(name, parent);
        return put(new Department(code, name, parent));
    }

    /** A code that none has had. */
    String newCode() {
        String code = code(next++);
        return all.containsKey(code) ? newCode() : code;
    }

    Department rename(String code, String name) {
        Department before = known(code);
        requireFree(name, before.parentCode());
        return put(before.named(name));
    }

    Department move(String code, String parent) {
        Department before = known(code);
        if (before.parentCode().isEmpty()) {
            throw new NotNow("the top department cannot be moved");
        }
        for (Department above = known(parent); ; above = known(above.parentCode())) {
            if (above.orgCode().equals(code)) {
                throw new NotNow("a department cannot be moved below itself");
            }
            if (above.parentCode().isEmpty()) {
                break;
            }
        }
        requireFree(before.orgName(), parent);
        return put(before.below(parent));
    }

    List<Department> children(String code) {
        return all.values().stream()
                .filter(each -> each.parentCode().equals(code))
                .toList();
    }

    Department remove(String code) {
        Department gone = known(code);
        if (gone.parentCode().isEmpty()) {
            throw new NotNow("the top department cannot be deleted");
        }
        all.remove(code);
        return gone;
    }

    /** Names are unique among siblings (tenant-sync §2.3). */
    private void requireFree(String name, String parent) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("orgName must have 1 to " + LONGEST_NAME + " characters");
        }
        if (children(parent).stream().anyMatch(sibling -> sibling.orgName().equals(name))) {
            throw new NotNow("a department named " + name + " is there already, below " + parent);
        }
    }

    private Department put(Department department) {
        all.put(department.orgCode(), department);
        return department;
    }
}

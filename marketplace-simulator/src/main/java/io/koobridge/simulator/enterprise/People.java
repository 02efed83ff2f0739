package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.enterprise.Member.Person;
import io.koobridge.simulator.enterprise.Member.Role;
import io.koobridge.simulator.enterprise.Member.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the people of an enterprise up, each by his number alone, so that ten thousand of them need no memory. */
record People(long seed, String tenantCode, int departments) {
    private static final long FIRST_MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long SECOND_MULTIPLIER = 0xBF58476D1CE4E5B9L;

    private record Word(String written, String spelt) {}

    private static final List<Word> SURNAMES = List.of(
            new Word("李", "li"),
            new Word("王", "wang"),
            new Word("张", "zhang"),
            new Word("刘", "liu"),
            new Word("陈", "chen"),
            new Word("杨", "yang"),
            new Word("赵", "zhao"),
            new Word("黄", "huang"),
            new Word("周", "zhou"),
            new Word("吴", "wu"));
    private static final List<Word> NAMES = List.of(
            new Word("伟", "wei"),
            new Word("芳", "fang"),
            new Word("娜", "na"),
            new Word("敏", "min"),
            new Word("静", "jing"),
            new Word("磊", "lei"),
            new Word("洋", "yang"),
            new Word("艳", "yan"),
            new Word("勇", "yong"),
            new Word("军", "jun"),
            new Word("杰", "jie"),
            new Word("娟", "juan"));
    private static final List<String> POSITIONS = List.of("工程师", "经理", "会计", "设计师", "分析师", "助理", "Controller");
    private static final List<String> PLACES = List.of("深圳", "上海", "北京", "成都", "西安", "Dublin");

    Person person(int number) {
        SplittableRandom random = random(number);
        Word surname = SURNAMES.get(random.nextInt(SURNAMES.size()));
        Word name = NAMES.get(random.nextInt(NAMES.size()));
        String userName = surname.spelt() + "." + name.spelt() + "." + number;
        return new Person(
                userName,
                surname.written() + name.written(),
                "E%06d".formatted(number),
                1 + random.nextInt(4),
                "138" + "%08d".formatted(random.nextInt(100_000_000)),
                userName + "@" + tenantCode + ".example",
                PLACES.get(random.nextInt(PLACES.size())),
                LocalDate.of(2015 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28)));
    }

    /** As he begins; the first one is the administrator. */
    Standing standing(int number) {
        SplittableRandom random = random(~number);
        return new Standing(
                Departments.code(random.nextInt(departments)),
                POSITIONS.get(random.nextInt(POSITIONS.size())),
                number == 0 ? Role.ADMIN : Role.USER,
                true,
                false);
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * FIRST_MULTIPLIER + number * SECOND_MULTIPLIER);
    }
}

package io.koobridge.gateway.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Changes members and values, so that what comes out is mostly still JSON. */
final class StructureMutations {

    private static final List<String> STRINGS = List.of(
            "",
            " ",
            "\t\n",
            "\u3000",
            "null",
            "1",
            "0",
            "true",
            "{}",
            "[]",
            "实例-001",
            "é",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u2028",
            "\ufeff",
            "\ud800",
            "\udc00x",
            "a\ud83d",
            "\ud83d\ude00",
            "\u202etxt",
            "../../x",
            "a b",
            "a|b",
            "a,b",
            ",",
            "%00",
            "${x}",
            "\\u0041",
            "\"",
            "\\",
            "</script>",
            "' OR 1=1",
            "\r\nBody-Sign: x");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-0",
            "-1",
            "0.0",
            "-0.0",
            "1.0",
            "1.50",
            "1e5",
            "1E+05",
            "1e-400",
            "1e400",
            "-1e400",
            "1e99999",
            "1e999999999",
            "1e2147483640",
            "1e99999999999999999999",
            "0x10",
            "007",
            "01",
            "+1",
            ".5",
            "5.",
            "1e",
            "NaN",
            "Infinity",
            "1_000",
            "12345678901234567890",
            "9223372036854775807",
            "9223372036854775808",
            "0.30000000000000000000004",
            "１");
    private static final List<String> DATES = List.of(
            "20261027155959",
            "20261027155959123",
            "20260229000000",
            "20280229235959",
            "20261301000000",
            "20260431000000",
            "20261027240000",
            "20261027235960",
            "00000101000000",
            "00010101000000",
            "99991231235959999",
            "2026102715595",
            "202610271559599",
            "2026102715595912",
            "202610271559591234",
            "2026-10-27T15:59:59Z",
            "20261027 155959",
            " 20261027155959",
            "20261027155959 ",
            "٢٠٢٦١٠٢٧١٥٥٩٥٩",
            "-0261027155959",
            "20261027155959.123",
            "1792000000000");
    private static final List<String> ACTIVITIES = List.of(
            "newInstance",
            "queryInstance",
            "refreshInstance",
            "updateInstanceStatus",
            "releaseInstance",
            "upgradeInstance",
            "changeInstanceCheck",
            "upgrade",
            "expireInstance",
            "instanceStatus",
            "getSupportStopStatus",
            "NEWINSTANCE",
            "newInstance ",
            "",
            "null");

    private final RandomGenerator random;

    StructureMutations(RandomGenerator random) {
        this.random = random;
    }

    Tree.Obj apply(Mutation mutation, Tree.Obj body) {
        if (body.members().isEmpty()) {
            return body;
        }
        int at = random.nextInt(body.members().size());
        var member = body.members().get(at);
        return switch (mutation) {
            case TYPE_CHANGED -> set(body, at, otherType(member.value()));
            case ODD_STRING -> set(body, at, new Tree.Text(oddString(member.value())));
            case ODD_NUMBER -> set(body, at, new Tree.Raw(oddNumber()));
            case ODD_DATE -> setNamed(body, "expireTime", text(random.nextBoolean() ? pick(DATES) : date()));
            case ODD_IDS -> setNamed(body, "instanceId", new Tree.Text(oddIds()));
            case MEMBER_REMOVED -> body.without(at);
            case MEMBER_DOUBLED ->
                body.and(
                        random.nextInt(body.members().size() + 1),
                        random.nextBoolean() ? member : named(member.name(), new Tree.Text("2")));
            case MEMBER_RENAMED -> body.with(at, named(otherName(member.name()), member.value()));
            case MEMBER_ADDED -> body.and(at, named("x" + Corpus.CANARY, added()));
            case VALUE_IN_OTHER_CASE -> set(body, at, otherCase(member.value()));
            case VALUES_EXCHANGED ->
                exchanged(body, at, random.nextInt(body.members().size()));
            case HUGE_STRING ->
                set(
                        body,
                        at,
                        new Tree.Text(pick(List.of("A", "实", "\ud83d\ude00", ",", "1", "\\"))
                                .repeat(hugeLength())));
            case DEEP_NESTING ->
                random.nextBoolean()
                        ? set(body, at, deep(member.value()))
                        : body.and(at, named("deep", deep(Tree.NULL)));
            case OTHER_ORDER -> shuffled(body);
            case OTHER_ACTIVITY -> setNamed(body, "activity", text(pick(ACTIVITIES)));
            case DEBUG_FLAG ->
                setNamed(
                        body,
                        "testFlag",
                        pick(List.of(
                                text("1"),
                                new Tree.Raw("1"),
                                text("01"),
                                new Tree.Raw("1.0"),
                                new Tree.Raw("true"),
                                text(" 1"))));
            default -> throw new IllegalArgumentException(mutation.name());
        };
    }

    private Tree otherType(Tree value) {
        return switch (random.nextInt(8)) {
            case 0 -> Tree.NULL;
            case 1 -> new Tree.Raw("true");
            case 2 -> new Tree.Raw("false");
            case 3 -> new Tree.Arr(List.of(value));
            case 4 -> new Tree.Arr(List.of());
            case 5 -> new Tree.Obj(List.of(named("value", value)));
            case 6 -> text(TreeWriter.write(value));
            default -> new Tree.Raw(Integer.toString(random.nextInt(100_000)));
        };
    }

    private String oddString(Tree value) {
        var odd = pick(STRINGS);
        var old = value instanceof Tree.Text(var text) ? text : "x";
        return switch (random.nextInt(5)) {
            case 0 -> old + odd;
            case 1 -> odd + old;
            case 2 -> "a".repeat(63 + random.nextInt(3));
            case 3 -> "\ud83d\ude00".repeat(31 + random.nextInt(3));
            default -> odd;
        };
    }

    private String oddNumber() {
        return switch (random.nextInt(6)) {
            case 0 -> "9".repeat(60 + random.nextInt(8));
            case 1 -> "1" + "0".repeat(990 + random.nextInt(20));
            default -> pick(NUMBERS);
        };
    }

    /** Digits in the right number, most of them no time. */
    private String date() {
        return "%04d%02d%02d%02d%02d%02d%s"
                .formatted(
                        random.nextInt(2_020, 2_032),
                        random.nextInt(14),
                        random.nextInt(33),
                        random.nextInt(26),
                        random.nextInt(62),
                        random.nextInt(62),
                        random.nextBoolean() ? "" : "%03d".formatted(random.nextInt(1_000)));
    }

    private String oddIds() {
        var corpus = new Corpus(random);
        var separator = pick(List.of(",", ", ", ",,", " , ", ";", "\n", "，"));
        var some = pick(List.of("", " ", "i-1", "x".repeat(64), "x".repeat(65), "\ud800", "实", corpus.id()));
        var ids = IntStream.range(0, pick(List.of(0, 1, 2, 50, 99, 100, 101, 300)))
                .mapToObj(_ -> random.nextInt(8) == 0 ? some : corpus.id())
                .collect(Collectors.joining(separator));
        return random.nextInt(4) == 0 ? "," + ids + "," : ids;
    }

    private String otherName(String name) {
        return pick(List.of(
                name.toUpperCase(Locale.ROOT),
                name.toLowerCase(Locale.ROOT),
                " " + name,
                name + " ",
                name + "\u0000",
                "\ufeff" + name,
                "",
                name + "s",
                "instanceId",
                "orderId",
                "productId",
                "__proto__"));
    }

    private Tree added() {
        var again = named("a", new Tree.Raw("1"));
        return pick(List.of(
                text(Corpus.CANARY),
                Tree.NULL,
                new Tree.Obj(List.of(again, again)),
                new Tree.Arr(List.of(new Tree.Obj(List.of(again, again)))),
                new Tree.Obj(List.of(named("z", Tree.NULL), again)),
                new Tree.Raw(pick(NUMBERS)),
                text("\ud800"),
                new Tree.Arr(List.of())));
    }

    private Tree otherCase(Tree value) {
        return value instanceof Tree.Text(var text)
                ? text(random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT))
                : value;
    }

    private int hugeLength() {
        return pick(List.of(1_000, 10_000, 50_000, 65_600, 87_000, 262_000));
    }

    private Tree deep(Tree value) {
        var deep = value;
        for (int depth = pick(List.of(5, 100, 498, 499, 500, 501, 2_000)); depth > 0; depth--) {
            deep = random.nextBoolean() ? new Tree.Arr(List.of(deep)) : new Tree.Obj(List.of(named("d", deep)));
        }
        return deep;
    }

    private Tree.Obj exchanged(Tree.Obj body, int one, int other) {
        var first = body.members().get(one);
        var second = body.members().get(other);
        return body.with(one, named(first.name(), second.value())).with(other, named(second.name(), first.value()));
    }

    private Tree.Obj shuffled(Tree.Obj body) {
        var members = new ArrayList<>(body.members());
        Collections.shuffle(members, Random.from(random));
        return new Tree.Obj(members);
    }

    private static Tree.Obj set(Tree.Obj body, int at, Tree value) {
        return body.with(at, named(body.members().get(at).name(), value));
    }

    private static Tree.Obj setNamed(Tree.Obj body, String name, Tree value) {
        for (int i = 0; i < body.members().size(); i++) {
            if (body.members().get(i).name().equals(name)) {
                return set(body, i, value);
            }
        }
        return body.and(0, named(name, value));
    }

    private static Tree.Member named(String name, Tree value) {
        return new Tree.Member(name, value);
    }

    private static Tree text(String value) {
        return new Tree.Text(value);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

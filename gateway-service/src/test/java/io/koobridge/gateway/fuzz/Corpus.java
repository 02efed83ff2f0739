package io.koobridge.gateway.fuzz;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Right calls: each activity with each scene, status and form that saas-v2 §3 to §6 know, real and debugging. */
final class Corpus {

    static final String SELLER = "seller-of-tests";

    /** In every value that is free text, so that it is noticed wherever it turns up. */
    static final String CANARY = "Zq7canary";

    static final List<String> SCENES =
            List.of("TRIAL_TO_FORMAL", "RENEWAL", "RENEWAL_CHANGE", "UNSUBSCRIBE_RENEWAL_PERIOD");

    private final RandomGenerator random;

    Corpus(RandomGenerator random) {
        this.random = random;
    }

    Tree.Obj any() {
        var members = new ArrayList<Tree.Member>();
        switch (random.nextInt(7)) {
            case 0 -> {
                say(members, "activity", "newInstance");
                say(members, "businessId", "b-" + CANARY + number());
                order(members);
                maybe(members, "productId", "OFFI-" + CANARY + number());
            }
            case 1 -> {
                say(members, "activity", "queryInstance");
                say(members, "instanceId", ids(random.nextInt(4) == 0 ? random.nextInt(1, 101) : random.nextInt(1, 5)));
            }
            case 2 -> {
                say(members, "activity", "refreshInstance");
                say(
                        members,
                        "expireTime",
                        "2026%02d%02d155959%s".formatted(month(), month(), random.nextBoolean() ? "" : "000"));
                say(members, "instanceId", id());
                order(members);
                maybe(members, "productId", "OFFI-" + CANARY + number());
                say(members, "scene", SCENES.get(random.nextInt(SCENES.size())));
            }
            case 3 -> {
                say(members, "activity", "updateInstanceStatus");
                say(members, "instanceId", id());
                say(members, "status", random.nextBoolean() ? "FREEZE" : "UNFREEZE");
            }
            case 4 -> {
                say(members, "activity", "releaseInstance");
                say(members, "instanceId", id());
                if (random.nextBoolean()) {
                    order(members);
                }
            }
            case 5 -> {
                say(members, "activity", "upgradeInstance");
                say(members, "instanceId", id());
                order(members);
            }
            default -> {
                say(members, "activity", "changeInstanceCheck");
                say(members, "instanceId", id());
                members.add(new Tree.Member("productInfo", productInfo()));
            }
        }
        testFlag(members);
        return new Tree.Obj(members);
    }

    /** Either of our making or an imported one. */
    String id() {
        return random.nextBoolean()
                ? "i-" + CANARY + number()
                : InstanceIds.derive(SELLER, InstanceKind.SAAS, new OrderKey("CS-" + number(), "1", null));
    }

    String ids(int count) {
        return IntStream.range(0, count).mapToObj(_ -> id()).collect(Collectors.joining(","));
    }

    private Tree productInfo() {
        var object = new Tree.Obj(List.of(
                new Tree.Member("skuCode", new Tree.Text("sku-" + CANARY)),
                new Tree.Member("productId", new Tree.Text("OFFI-" + CANARY)),
                new Tree.Member("linearValue", new Tree.Raw(Integer.toString(random.nextInt(1_000))))));
        return switch (random.nextInt(4)) {
            case 0 -> new Tree.Text(TreeWriter.write(object));
            case 1 -> new Tree.Arr(List.of(object));
            default -> object;
        };
    }

    private void order(List<Tree.Member> members) {
        var orderId = "CS-" + CANARY + number();
        say(members, "orderId", orderId);
        say(members, "orderLineId", orderId + "-000001");
    }

    private void testFlag(List<Tree.Member> members) {
        switch (random.nextInt(16)) {
            case 0 -> say(members, "testFlag", "1");
            case 1 -> members.add(new Tree.Member("testFlag", new Tree.Raw("1")));
            case 2 -> say(members, "testFlag", "0");
            case 3 -> say(members, "testFlag", "");
            case 4 -> members.add(new Tree.Member("testFlag", Tree.NULL));
            default -> {
                // Not sent for real calls (saas-v2 §1.16).
            }
        }
    }

    private void maybe(List<Tree.Member> members, String name, String value) {
        if (random.nextInt(4) == 0) {
            say(members, name, value);
        }
    }

    private static void say(List<Tree.Member> members, String name, String value) {
        members.add(new Tree.Member(name, new Tree.Text(value)));
    }

    private int number() {
        return random.nextInt(1_000_000);
    }

    private int month() {
        return random.nextInt(1, 13);
    }
}

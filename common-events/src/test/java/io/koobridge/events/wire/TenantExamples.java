package io.koobridge.events.wire;

import static io.koobridge.events.wire.Example.BARE;
import static io.koobridge.events.wire.Example.FULL;
import static io.koobridge.events.wire.Example.SIGNED;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.Part;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.Change;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.TenantPhase;
import io.koobridge.events.tenant.TenantSnapshot;
import io.koobridge.events.tenant.UserRow;
import java.util.List;
import java.util.Map;

/** What stands on the topic of tenants, after the examples of tenant-sync §5. */
final class TenantExamples {

    private static final String TENANT = "t-0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static final String INSTANCE = "inst-7c1e0a5b";
    private static final String APP = "app-5f0c";
    private static final String CALL =
            FactIds.ofCall("kit-v2", "kit-1", "Zx81kQ0pLmN7vB3cT9wYrE2sHd6fGj4a", "1767225600123");
    private static final UserRow LI_LEI = new UserRow(
            "li.lei",
            "李雷",
            "D100",
            "工程师",
            "E-0001",
            1,
            "admin",
            true,
            new SealedText("kbs2.bW9iaWxl"),
            new SealedText("kbs2.ZW1haWw"),
            "深圳",
            "2022-11-9",
            Map.of("accountSet", new SealedText("kbs2.YWNjb3VudFNldA")),
            List.of("enable", "position"));
    private static final UserRow HAN_MEIMEI = new UserRow(
            "han.mm", null, null, null, null, null, null, null, null, null, null, null, Map.of(), List.of());
    private static final DepartmentRow TOP = new DepartmentRow("D100", "研发部", null);
    private static final DepartmentRow BELOW = new DepartmentRow("D110", "测试组", "D100", List.of("orgName"));

    private TenantExamples() {}

    static List<Example<?>> all() {
        return List.of(
                fact(
                        FULL,
                        new TenantBound(
                                INSTANCE,
                                "CS2601010800ABCDE",
                                "acme",
                                "Acme 制造有限公司",
                                "https://acme.account.example",
                                Change.ADDED,
                                false)),
                fact(BARE, new TenantBound(null, null, null, null, null, Change.MODIFIED, true)),
                fact(FULL, new TenantUnbound(INSTANCE, false)),
                fact(BARE, new TenantUnbound(null, true)),
                fact(
                        FULL,
                        new ApplicationGranted(
                                INSTANCE, APP, "c1d2e3f4a5b6", new SealedText("kbs1.Y2xpZW50U2VjcmV0"), false)),
                fact(
                        BARE,
                        new ApplicationGranted(
                                null, APP, "c1d2e3f4a5b6", new SealedText("kbs1.Y2xpZW50U2VjcmV0"), true)),
                fact(FULL, new ApplicationWithdrawn(INSTANCE, APP, false)),
                fact(BARE, new ApplicationWithdrawn(null, APP, true)),
                fact(
                        FULL,
                        new UsersTold(
                                INSTANCE, APP, UserChange.ADDED, new Part(CALL, 2, 3, 1_200), List.of(LI_LEI), false)),
                fact(
                        BARE,
                        new UsersTold(null, APP, UserChange.CANCELLED, Part.whole(CALL, 1), List.of(HAN_MEIMEI), true)),
                fact(FULL, new DepartmentTold(INSTANCE, BELOW, Change.MODIFIED, false)),
                fact(BARE, new DepartmentTold(null, new DepartmentRow("D110", null, null), null, true)),
                fact(FULL, new OrganisationTold(INSTANCE, new Part(CALL, 1, 2, 600), List.of(BELOW, BELOW), false)),
                fact(BARE, new OrganisationTold(null, Part.whole(CALL, 1), List.of(TOP), true)),
                state(
                        FULL,
                        new TenantSnapshot(
                                TENANT,
                                "acme",
                                "Acme 制造有限公司",
                                TenantPhase.BOUND,
                                false,
                                List.of(INSTANCE),
                                List.of(APP),
                                12_000,
                                2,
                                19)),
                state(
                        BARE,
                        new TenantSnapshot(
                                TENANT, null, null, TenantPhase.ANNOUNCED, false, List.of(), List.of(), 1_000, 0, 1)));
    }

    private static Example<TenantSnapshot> state(String variant, TenantSnapshot snapshot) {
        return new Example<>(
                EventFamily.TENANT_STATES,
                variant,
                new Event<>(
                        TENANT + '@' + snapshot.version(),
                        TENANT,
                        "/tenant-sync-service",
                        SIGNED,
                        SIGNED,
                        null,
                        snapshot));
    }

    private static Example<TenantFact> fact(String variant, TenantFact fact) {
        return new Example<>(
                EventFamily.TENANT_FACTS,
                variant,
                new Event<>(CALL, TENANT, "/koogallery/saas", SIGNED, SIGNED.plusMillis(31), null, fact));
    }
}

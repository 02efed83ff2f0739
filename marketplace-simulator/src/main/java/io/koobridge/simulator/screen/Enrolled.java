package io.koobridge.simulator.screen;

import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.enterprise.Operation;
import io.koobridge.simulator.enterprise.Profile;
import java.util.List;

/** What the page says of enterprises, with the ways into their OneAccess. */
final class Enrolled {
    private static final int SHOWN = 20;

    private Enrolled() {}

    static String table(Enterprises enterprises) {
        return Html.table(
                "Enterprises",
                List.of(
                        "tenant",
                        "code",
                        "edition",
                        "bound",
                        "departments",
                        "users",
                        "authorized",
                        "newest operation",
                        "log in"),
                enterprises.listed().reversed().stream().limit(SHOWN).map(Enrolled::row));
    }

    private static String row(Enterprise enterprise) {
        Profile profile = enterprise.profile();
        Enterprise.Sums sums = enterprise.sums();
        return Html.row(
                profile.tenantId(),
                profile.tenantCode(),
                profile.edition() + (profile.isTest() ? ", credential stage" : ""),
                enterprise.isBound() ? "yes" : "no",
                sums.departments(),
                sums.users(),
                sums.authorized(),
                enterprise.operations().stream()
                        .findFirst()
                        .map(Enrolled::newest)
                        .orElse(""),
                new Html.Raw(link("/unified-login/?ind=UNOP&appId=" + profile.appId(), "unified page") + ", "
                        + link("/oneaccess/" + profile.tenantCode() + "/workbench", "workbench")));
    }

    private static String newest(Operation operation) {
        String reason = operation.reason() == null ? "" : ": " + operation.reason();
        return operation.name() + " " + operation.state() + reason;
    }

    private static String link(String address, String words) {
        return "<a href=\"" + Html.text(address) + "\">" + Html.text(words) + "</a>";
    }
}

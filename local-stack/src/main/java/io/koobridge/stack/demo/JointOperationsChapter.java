package io.koobridge.stack.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Enterprises use the product: their departments and people reach the directory, and log in (tenant-sync §2.2, §7). */
final class JointOperationsChapter implements Chapter {

    /** Whether enterprises are as large as the simulator's usual ones. */
    static final String WHOLE = "whole-enterprise";

    private static final int AUTHORIZED = 500;
    private static final String SMALL = "\"departments\":200,\"users\":600";
    private static final String LARGE = "\"departments\":2000,\"users\":10000";

    @Override
    public String name() {
        return "joint-operations";
    }

    @Override
    public String title() {
        return "An enterprise binds the product: departments, people, a login, a move, and the end, in both editions";
    }

    @Override
    public void play(Stage stage) {
        var tenants = TenantService.of(stage.place());
        stage.lawfully(() -> {
            live(stage, tenants);
            older(stage, tenants);
        });
    }

    private static void live(Stage stage, TenantService tenants) {
        boolean whole = stage.place().variables().containsKey(WHOLE);
        stage.sheet()
                .note(
                        "A buyer binds what he bought to his enterprise: it, the application and all departments are told");
        var purchase = Purchase.ready(stage, "{\"linearValue\":500}");
        var enterprise = Enterprise.founded(
                stage,
                tenants,
                "{%s,\"instanceId\":\"%s\",\"orderId\":\"%s\"}"
                        .formatted(whole ? LARGE : SMALL, purchase.instanceId(), purchase.orderId()));
        enterprise.does("bind", "{}");
        stage.sheet().note("The administrator lets %d people use it".formatted(AUTHORIZED));
        enterprise.does("authorize", "{\"count\":%d}".formatted(AUTHORIZED));
        logsIn(stage, enterprise);
        stage.sheet()
                .note("A department moves, one is renamed, one is closed; somebody is promoted, somebody is shut out");
        var codes = enterprise.departments().stream()
                .map(department -> department.path("orgCode").asString(""))
                .toList();
        enterprise.does(
                "move-department",
                "{\"orgCode\":\"%s\",\"parentCode\":\"%s\"}".formatted(codes.getLast(), codes.getFirst()));
        enterprise.does("rename-department", "{\"orgCode\":\"%s\",\"orgName\":\"客户成功部\"}".formatted(codes.get(1)));
        enterprise.does("delete-department", "{\"orgCode\":\"%s\"}".formatted(codes.get(codes.size() - 2)));
        enterprise.does("change", "{\"count\":3,\"role\":\"ADMIN\"}");
        var shutOut = person(enterprise);
        enterprise.does(
                "disable",
                "{\"users\":[\"%s\"]}".formatted(shutOut.path("userName").asString("")));
        isRefused(stage, shutOut, "who was shut out");
        stage.sheet().note("Some may no longer use it, some leave, and then the buyer unbinds it");
        enterprise.does("cancel", "{\"count\":100}");
        enterprise.does("delete", "{\"count\":100}");
        var last = person(enterprise);
        enterprise.does("unbind", "{}");
        isRefused(stage, last, "whose enterprise has left");
    }

    /** The same words in the older edition, and at the other address. */
    private static void older(Stage stage, TenantService tenants) {
        stage.sheet().note("Another enterprise has a product of the License address, which is still listed in V1");
        var enterprise = Enterprise.founded(
                stage,
                tenants,
                "{\"departments\":20,\"users\":40,\"edition\":\"V1\",\"address\":\"/koogallery/license\"}");
        enterprise.does("bind", "{}");
        enterprise.does("authorize", "{\"count\":30}");
        enterprise.does("cancel", "{\"count\":5}");
        enterprise.does("unbind", "{}");
    }

    /** Somebody who may log in now. */
    private static JsonNode person(Enterprise enterprise) {
        return enterprise.toldOf().stream()
                .filter(user -> user.path("authorized").asBoolean()
                        && user.path("enabled").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static void logsIn(Stage stage, Enterprise enterprise) {
        var person = person(enterprise);
        var account = person.path("account").asString("");
        stage.sheet().note("One of them logs in: %s".formatted(account));
        var browser = new PersonsBrowser();
        var carrying = arrived(browser, beginning(stage), person);
        browser.steps().forEach(step -> stage.sheet().row(step.row()));
        var form = PersonsBrowser.form(carrying);
        var claims = claims(form.fields().getOrDefault("identity", ""));
        stage.sheet()
                .check(
                        "the identity says who it is: %s, %s of %s"
                                .formatted(
                                        claims.path("name").asString(""),
                                        claims.path("role").asString(""),
                                        claims.path("tenant_name").asString("")),
                        says(claims, "user_name", person, "userName")
                                && says(claims, "name", person, "name")
                                && says(claims, "role", person, "role")
                                && claims.path("tenant").asString("").equals(enterprise.tenantId()),
                        "user name, name, role and tenant of " + account);
        if (!stage.place().hasExampleProduct()) {
            stage.sheet().note("No product is part of this suite, so nobody takes the identity at " + form.action());
            return;
        }
        var page = browser.send(form);
        stage.sheet()
                .check(
                        "the product's page greets: " + page.text(),
                        page.status() == 200
                                && page.text().contains(person.path("name").asString(""))
                                && page.text().contains(enterprise.name())
                                && page.text().contains(person.path("role").asString("")),
                        "name, enterprise and role");
    }

    private static boolean says(JsonNode claims, String claim, JsonNode person, String member) {
        return claims.path(claim).asString("").equals(person.path(member).asString("-"));
    }

    private static JsonNode claims(String identity) {
        var parts = identity.split("\\.", -1);
        return parts.length == 3
                ? JsonMapper.shared()
                        .readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                : JsonMapper.shared().createObjectNode();
    }

    private static void isRefused(Stage stage, JsonNode person, String who) {
        var page = arrived(new PersonsBrowser(), login(stage), person);
        stage.sheet()
                .check(
                        "somebody %s is not let in: HTTP %d %s".formatted(who, page.status(), page.text()),
                        page.status() / 100 == 4,
                        "a page that refuses him");
    }

    /** The product's own link, where it is part of the suite. */
    private static URI beginning(Stage stage) {
        return stage.place().hasExampleProduct()
                ? URI.create(stage.place().variable(Place.PRODUCT) + "/login")
                : login(stage);
    }

    private static URI login(Stage stage) {
        return URI.create(stage.place().variable("KOOBRIDGE_TENANTS_URL") + "/login/product");
    }

    /** From there to what comes back after the password. */
    private static PersonsBrowser.Shown arrived(PersonsBrowser browser, URI beginning, JsonNode person) {
        var asked = browser.open(beginning);
        return browser.send(PersonsBrowser.form(asked)
                .with("appId", PersonsBrowser.appIdBehind(asked.address()))
                .with("account", person.path("account").asString(""))
                .with("password", person.path("password").asString("")));
    }
}

package io.koobridge.tenant.outside.scim;

import static io.koobridge.tenant.outside.People.bare;
import static io.koobridge.tenant.outside.People.department;
import static io.koobridge.tenant.outside.People.gone;
import static io.koobridge.tenant.outside.People.standing;
import static io.koobridge.tenant.outside.People.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.outside.People;
import io.koobridge.tenant.outside.scim.StubScim.Trait;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ScimDirectoryTest {

    private ScimBench bench = new ScimBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aUserIsWrittenWithAllThatIsKnownOfHim() {
        var place = bench.done(user("li.lei", null, null));

        var written = bench.server.user(place.id());
        written.remove(List.of("id", "meta"));
        assertThat(written).isEqualTo(json("""
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "externalId": "t-0a1b2c3d/li.lei",
                 "userName": "li.lei@t-0a1b2c3d",
                 "active": true,
                 "displayName": "李雷",
                 "name": {"formatted": "李雷"},
                 "title": "工程师",
                 "userType": "regular",
                 "emails": [{"value": "li.lei@acme.example", "type": "work", "primary": true}],
                 "phoneNumbers": [{"value": "13800001111", "type": "mobile"}],
                 "addresses": [{"formatted": "Building 3", "type": "work"}],
                 "roles": [{"value": "admin", "display": "app-1", "type": "app-1"},
                           {"value": "user", "display": "app-2", "type": "app-2"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                     {"employeeNumber": "E-17", "department": "D100", "organization": "t-0a1b2c3d"}}"""));
    }

    @ParameterizedTest
    @EnumSource(names = {"VERSIONS", "NO_PATCH", "PATCH_REFUSED", "NO_CONFIG", "NO_MEMBER_SEARCH"})
    void whatIsNoMoreToldIsTakenAwayAndWhatOthersWroteStays(Trait trait) {
        as(trait);
        var place = bench.done(user("li.lei", null, null));
        var own = bench.server.put(Kind.USER, "{\"userName\": \"somebody else\"}");

        assertThat(bench.done(bare("li.lei", null, place))).isEqualTo(place);

        var written = bench.server.user(place.id());
        assertThat(written.path("displayName").asText()).isEqualTo("li.lei");
        for (var attribute : List.of("title", "userType", "emails", "phoneNumbers", "addresses", "roles")) {
            assertThat(written.path(attribute).isMissingNode()
                            || written.path(attribute).isEmpty())
                    .as(attribute)
                    .isTrue();
        }
        assertThat(written.toString()).doesNotContain("E-17").contains("organization");
        assertThat(bench.server.user(own).path("userName").asText()).isEqualTo("somebody else");
    }

    @Test
    void aChangeNamesTheVersionThatItIsBasedOnWhereTheServerKeepsThem() {
        bench.done(bare("li.lei", null, bench.done(user("li.lei", null, null))));
        assertThat(bench.server.versionsNamed()).isEmpty();

        as(Trait.VERSIONS);
        bench.done(bare("li.lei", null, bench.done(user("li.lei", null, null))));

        assertThat(bench.server.versionsNamed()).containsExactly("W/\"1\"");
    }

    @Test
    void whatIsAsWantedIsNotWritten() {
        var place = bench.done(user("li.lei", null, null));
        bench.server.forgetCalls();

        bench.done(user("li.lei", null, place));

        assertThat(bench.server.calls()).containsExactly("GET Users/" + place.id(), "GET Groups");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"VERSIONS", "NO_PATCH", "PATCH_REFUSED", "NO_CONFIG", "NO_MEMBER_SEARCH", "MEMBER_SEARCH_IGNORED"})
    void whoeverMovesIsInHisNewDepartmentAlone(Trait trait) {
        as(trait);
        bench.done(bare("the first, where there is no group", null, null));
        var one = bench.done(department("D100", null, null));
        var two = bench.done(department("D200", null, null));
        var place = bench.done(user("li.lei", one.id(), null));
        bench.done(user("han.mm", one.id(), null));
        assertThat(place.within()).isEqualTo(one.id());

        var moved = bench.done(user("li.lei", two.id(), place));

        assertThat(moved).isEqualTo(new Place(place.id(), two.id()));
        assertThat(bench.server.memberships())
                .containsEntry("D100", Set.of("han.mm"))
                .containsEntry("D200", Set.of("li.lei"));
        assertThat(bench.done(user("li.lei", null, moved)).within()).isNull();
        assertThat(bench.server.memberships()).containsEntry("D200", Set.of());
    }

    @Test
    void whereSomebodyIsIsFoundOutWhoeverForgotIt() {
        var one = bench.done(department("D100", null, null));
        var two = bench.done(department("D200", null, null));
        bench.done(user("li.lei", one.id(), null));
        var byHand = bench.server.put(Kind.GROUP, "{\"displayName\": \"Choir\"}");

        bench.done(user("li.lei", two.id(), null));

        assertThat(bench.server.memberships()).containsEntry("D100", Set.of()).containsEntry("D200", Set.of("li.lei"));
        assertThat(bench.server.group(byHand).path("displayName").asText()).isEqualTo("Choir");
    }

    @Test
    void departmentsAreWhereTheirParentsAre() {
        var top = bench.done(department("D1", null, null));
        var other = bench.done(department("D2", null, null));
        var below = bench.done(department("D11", top.id(), null));
        assertThat(bench.server.memberships()).containsEntry("D1", Set.of("group D11"));

        assertThat(bench.done(department("D11", other.id(), below))).isEqualTo(new Place(below.id(), other.id()));

        assertThat(bench.server.memberships()).containsEntry("D1", Set.of()).containsEntry("D2", Set.of("group D11"));
    }

    @Test
    void aServerThatRefusesGroupsInGroupsHasThemSideBySide() {
        as(Trait.NO_NESTING);
        var top = bench.done(department("D1", null, null));
        var below = bench.done(department("D11", top.id(), null));
        assertThat(below.within()).isEqualTo(top.id());
        bench.server.forgetCalls();

        bench.done(department("D12", top.id(), null));

        assertThat(bench.server.calls()).as("it is asked once").containsExactly("GET Groups", "POST Groups");
        assertThat(bench.server.memberships()).containsEntry("D1", Set.of()).containsKeys("D11", "D12");
    }

    @Test
    void groupsInGroupsCanBeSwitchedOff() {
        bench.with(bench.settings(false, ScimSettings.Deleted.DELETE, false, ScimForm.usual()));
        var top = bench.done(department("D1", null, null));

        assertThat(bench.done(department("D11", top.id(), null)).within()).isEqualTo(top.id());

        assertThat(bench.server.memberships()).containsEntry("D1", Set.of());
    }

    @Test
    void whatGotLostIsMadeAnew() {
        var group = bench.done(department("D100", null, null));
        var place = bench.done(user("li.lei", group.id(), null));
        bench.server.loseUser(place.id());

        var again = bench.done(user("li.lei", group.id(), place));

        assertThat(again.id()).isNotEqualTo(place.id());
        assertThat(bench.server.memberships()).containsEntry("D100", Set.of("li.lei"));
    }

    @ParameterizedTest
    @EnumSource(names = {"VERSIONS", "NO_PATCH"})
    void whoseDepartmentGotLostSaysSo(Trait trait) {
        as(trait);
        var group = bench.done(department("D100", null, null));
        var place = bench.done(user("li.lei", group.id(), null));
        bench.server.loseGroup(group.id());

        assertThat(bench.write(user("li.lei", group.id(), place))).isInstanceOf(Written.Orphaned.class);

        var again = bench.done(department("D100", null, group));
        assertThat(bench.done(user("li.lei", again.id(), place))).isEqualTo(new Place(place.id(), again.id()));
        assertThat(bench.server.memberships()).containsEntry("D100", Set.of("li.lei"));
    }

    @Test
    void whoeverIsForgottenIsGoneUnderWhateverId() {
        var place = bench.done(user("li.lei", null, null));
        assertThat(bench.write(gone(user("li.lei", null, null), null))).isEqualTo(new Written.Done(null));
        assertThat(bench.server.users()).isEmpty();

        bench.done(user("li.lei", null, null));
        assertThat(bench.write(gone(user("li.lei", null, null), place)))
                .as("what is remembered is no more")
                .isEqualTo(new Written.Done(null));
        assertThat(bench.server.users()).isEmpty();

        assertThat(bench.write(gone(user("li.lei", null, null), place))).isEqualTo(new Written.Done(null));
    }

    @Test
    void aDepartmentThatIsTakenAwayIsGone() {
        var place = bench.done(department("D100", null, null));

        assertThat(bench.write(gone(department("D100", null, null), place))).isEqualTo(new Written.Done(null));
        assertThat(bench.write(gone(department("D100", null, null), place))).isEqualTo(new Written.Done(null));

        assertThat(bench.server.groupCount()).isZero();
    }

    @Test
    void whoeverIsForgottenCanBeKeptWithoutRights() {
        bench.with(bench.settings(true, ScimSettings.Deleted.DEACTIVATE, false, ScimForm.usual()));
        var group = bench.done(department("D100", null, null));
        var place = bench.done(user("li.lei", group.id(), null));

        assertThat(bench.done(gone(user("li.lei", group.id(), null), place))).isEqualTo(new Place(place.id(), null));

        assertThat(bench.server.user(place.id()).path("active").asBoolean(true)).isFalse();
        assertThat(bench.server.user(place.id()).path("roles")).isEmpty();
        assertThat(bench.server.user(place.id()).path("displayName").asText()).isEqualTo("李雷");
        assertThat(bench.server.memberships()).containsEntry("D100", Set.of());
        assertThat(bench.write(gone(user("nobody", null, null), null))).isEqualTo(new Written.Done(null));
        assertThat(bench.done(user("li.lei", group.id(), place)).id()).isEqualTo(place.id());
        assertThat(bench.server.user(place.id()).path("active").asBoolean()).isTrue();
    }

    @Test
    void whoeverMayNotLogInStays() {
        var place = bench.done(user("li.lei", null, null));

        bench.done(standing(user("li.lei", null, null), false, true, place));

        assertThat(bench.server.user(place.id()).path("active").asBoolean(true)).isFalse();
    }

    @Test
    void aNameThatSomebodyElseHasIsRefused() {
        bench.server.put(Kind.USER, "{\"userName\": \"LI.LEI@t-0a1b2c3d\", \"externalId\": \"other/li.lei\"}");

        assertThat(bench.write(user("li.lei", null, null)))
                .isEqualTo(new Written.Refused("the user's userName is that of an entry with another externalId:"
                        + " see koobridge.tenant.directory.scim.form"));
    }

    @Test
    void aNameThatNobodyOwnsIsTakenOverWhereThatIsAllowed() {
        var there = bench.server.put(Kind.USER, "{\"userName\": \"li.lei@t-0a1b2c3d\"}");
        assertThat(bench.write(user("li.lei", null, null)))
                .isEqualTo(
                        new Written.Refused("the user's userName is that of an entry without externalId: give it this"
                                + " entry's, or set koobridge.tenant.directory.scim.adopt-unowned"));

        bench.with(bench.settings(true, ScimSettings.Deleted.DELETE, true, ScimForm.usual()));

        assertThat(bench.done(user("li.lei", null, null)).id()).isEqualTo(there);
        assertThat(bench.server.user(there).path("externalId").asText()).isEqualTo("t-0a1b2c3d/li.lei");
    }

    @Test
    void groupsWithUniqueNamesTakeAFormOfTheirOwn() {
        as(Trait.UNIQUE_GROUP_NAMES);
        bench.server.put(Kind.GROUP, "{\"displayName\": \"Department D100\", \"externalId\": \"other/D100\"}");
        assertThat(bench.write(department("D100", null, null))).isInstanceOf(Written.Refused.class);

        bench.with(bench.settings(
                true,
                ScimSettings.Deleted.DELETE,
                false,
                new ScimForm("{userName}@{tenantId}", "{name} ({orgCode}, {tenantId})", List.of(), null)));

        var place = bench.done(department("D100", null, null));
        assertThat(bench.server.group(place.id()).path("displayName").asText())
                .isEqualTo("Department D100 (D100, " + People.TENANT + ")");
    }

    @Test
    void whatAServerRefusesCanBeLeftOutAndWhatItKnowsBeAdded() {
        var schema = "urn:example:scim:2.0:User";
        bench.with(bench.settings(
                true,
                ScimSettings.Deleted.DELETE,
                false,
                new ScimForm("{userName}", "{name}", List.of("enterprise", "roles", "name"), schema)));

        var place = bench.done(user("li.lei", null, null));

        var written = bench.server.user(place.id());
        assertThat(written.path("userName").asText()).isEqualTo("li.lei");
        assertThat(written.has("roles") || written.has("name")).isFalse();
        assertThat(written.toString()).doesNotContain("enterprise");
        assertThat(written.path(schema)).isEqualTo(json("{\"accountSet\": \"A1\", \"entryDate\": \"2022-11-9\"}"));
        assertThat(written.path("schemas").toString()).contains(schema);
        bench.done(bare("li.lei", null, place));
        assertThat(bench.server.user(place.id()).path(schema)).isEmpty();
    }

    @Test
    void aServerThatIgnoresFiltersIsNotFilled() {
        as(Trait.FILTERS_IGNORED);
        bench.server.put(Kind.USER, "{\"userName\": \"somebody\"}");

        assertThat(bench.write(user("li.lei", null, null)))
                .isEqualTo(new Written.Later(
                        null, "the SCIM server ignores filters, without which no entry is found again"));
        assertThat(bench.server.users()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERSIONS", "NO_PATCH"})
    void manyWhoJoinOneDepartmentAtOnceAreAllInIt(Trait trait) {
        as(trait);
        var group = bench.done(department("D100", null, null));

        var places = IntStream.range(0, 24)
                .boxed()
                .parallel()
                .map(i -> bench.done(user("user-" + i, group.id(), null)))
                .toList();

        assertThat(places).doesNotHaveDuplicates();
        assertThat(bench.server.memberships().get("D100")).hasSize(24);
    }

    @Test
    void slashesInATenantsIdMakeNoOtherTenant() {
        assertThat(new OwnId("a/b", "c").toString()).isNotEqualTo(new OwnId("a", "b/c").toString());
        assertThat(new OwnId("a%2Fb", "c").toString()).isNotEqualTo(new OwnId("a/b", "c").toString());
    }

    private void as(Trait trait) {
        bench.close();
        bench = new ScimBench(trait);
    }

    private static JsonNode json(String text) {
        return Objects.requireNonNull(ScimJson.object(text.getBytes(UTF_8)));
    }
}

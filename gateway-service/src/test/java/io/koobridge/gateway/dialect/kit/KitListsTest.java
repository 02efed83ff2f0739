package io.koobridge.gateway.dialect.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in every form in which they come (tenant-sync §10.3, §10.4), of both editions, from a call to what is stored. */
class KitListsTest {

    private final KitDesk desk = new KitDesk();

    static Stream<Arguments> lists() {
        return Stream.of(
                        "[{\"%1$s\":\"a\"},{\"%1$s\":\"b\"}]",
                        "\"[{\\\"%1$s\\\":\\\"a\\\"},{\\\"%1$s\\\":\\\"b\\\"}]\"",
                        "\"[{%1$s:\\\"a\\\"}, {%1$s:\\\"b\\\"}]\"",
                        "\"[{'%1$s':'a'},{'%1$s':'b'}]\"",
                        "\"[{%1$s:'a'},{%1$s:'x',%1$s:'b'}]\"")
                .flatMap(list -> Stream.of(KitEdition.values()).map(edition -> Arguments.of(edition, list)));
    }

    @Tag("promise:spelling-is-free")
    @ParameterizedTest
    @MethodSource("lists")
    void aListMayBeAnArrayOrATextInWhichOnlyAReaderWithGoodWillFindsOne(KitEdition edition, String list) {
        assertThat(users(edition, list.formatted("userName"))).containsExactly("a", "b");
        assertThat(departments(edition, "orgInfo", list.formatted("orgCode"))).containsExactly("a", "b");
        assertThat(departments(edition, "orgInfoList", list.formatted("orgCode")))
                .containsExactly("a", "b");
    }

    @Tag("promise:spelling-is-free")
    @ParameterizedTest
    @ValueSource(strings = {"{\"%s\":\"a\"}", "\"{\\\"%s\\\":\\\"a\\\"}\"", "\"{%s:'a'}\""})
    void aListOfOneMayBeThatOne(String list) {
        for (var edition : KitEdition.values()) {
            assertThat(users(edition, list.formatted("userName"))).containsExactly("a");
            assertThat(departments(edition, "orgInfoList", list.formatted("orgCode")))
                    .containsExactly("a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"[]\""})
    void aListMayBeEmpty(String list) {
        for (var edition : KitEdition.values()) {
            assertThat(departments(edition, "orgInfo", list)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orgInfo", "orgInfoList"})
    void aListThatIsNullHidesNoOtherOne(String name) {
        var other = name.equals("orgInfo") ? "orgInfoList" : "orgInfo";

        assertThat(departments(KitEdition.V2, name, "[{\"orgCode\":\"a\"}],\"%s\":null".formatted(other)))
                .containsExactly("a");
    }

    /** The parts of a list may be stored in any order. */
    @Test
    void ofRowsAboutTheSameTheLastOneCounts() {
        assertThat(
                        users(
                                KitEdition.V2,
                                "[{\"userName\":\"a\",\"name\":\"1\"},{\"userName\":\"b\"},{\"userName\":\"a\",\"name\":\"2\"}]"))
                .containsExactly("a", "b");
        assertThat(((UsersTold) desk.told().getLast()).users().getFirst().name())
                .isEqualTo("2");
    }

    @Tag("promise:lists-are-whole")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"userName\":\"a\"},{\"name\":\"b\"}] | userList[1].userName is missing",
                "[{\"userName\":\"a\"},{\"userName\":\"b\"},7] | userList[2] is not an object",
                "[{\"userName\":[]},{\"userName\":\"b\"}] | userList[0].userName is not an id of at most 64 characters",
                "\"[{userName:'a'},{userName:''}]\" | userList[1].userName is missing",
                "\"[{userName:'a'}\" | userList is not a list",
                "\"nonsense\" | userList is not a list",
                "\"7\" | userList is not a list",
                "7 | userList is not a list",
                "true | userList is not a list",
                "null | userList is missing"
            })
    void aBadRowOrNoListIsRefusedByItsNameAndNothingIsStored(String list, String why) {
        var ending = desk.v2(KitInterface.AUTH_SYNC, body("userList", list));

        assertThat(KitDesk.said(ending)).isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"%s\"}".formatted(why));
        assertThat(desk.facts).isEmpty();
    }

    @Tag("promise:lists-are-whole")
    @Test
    void oneBadRowOfThousandsIsEnough() {
        var rows = "{\"orgCode\":\"a\"},".repeat(2_000) + "{\"orgCode\":\"" + "x".repeat(65) + "\"}";

        var ending = desk.v1(KitInterface.ALL_ORG_SYNC, body("orgInfo", "[" + rows + "]"));

        assertThat(KitDesk.said(ending)).contains("000002", "orgInfo[2000].orgCode is not an id");
        assertThat(desk.facts).isEmpty();
    }

    private List<String> users(KitEdition edition, String list) {
        assertThat(KitDesk.said(desk.call(edition, KitInterface.AUTH_SYNC, body("userList", list))))
                .contains("000000");
        return ((UsersTold) desk.told().getLast())
                .users().stream().map(UserRow::userName).toList();
    }

    private List<String> departments(KitEdition edition, String name, String list) {
        assertThat(KitDesk.said(desk.call(edition, KitInterface.ALL_ORG_SYNC, body(name, list))))
                .contains("000000");
        return ((OrganisationTold) desk.told().getLast())
                .departments().stream().map(row -> row.orgCode()).toList();
    }

    private static String body(String name, String list) {
        var whose = name.equals("userList") ? "\"appId\":\"a\"," : "";
        return "{" + whose
                + "\"tenantId\":\"t-1\",\"flag\":1,\"testFlag\":0,\"timeStamp\":\"20260101080000123\",\"%s\":%s}"
                        .formatted(name, list);
    }
}

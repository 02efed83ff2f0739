package io.koobridge.gateway.dialect.kit;

import static io.koobridge.gateway.dialect.kit.KitDesk.code;
import static io.koobridge.gateway.dialect.kit.KitDesk.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No signature of the kit covers the path. */
class KitMembersTest {

    private final KitDesk desk = new KitDesk();

    static Stream<Arguments> captured() {
        return Stream.of(KitEdition.values())
                .flatMap(edition -> Stream.of(KitInterface.values()).flatMap(made -> Stream.of(KitInterface.values())
                        .filter(sent -> sent != made)
                        .flatMap(sent -> Stream.of(0, 1).map(flag -> Arguments.of(edition, made, sent, flag)))));
    }

    @Tag("promise:replays-fail")
    @ParameterizedTest
    @MethodSource("captured")
    void aCallOfOneInterfaceIsNoneOfAnother(KitEdition edition, KitInterface made, KitInterface sent, int flag) {
        assertThat(code(desk.call(edition, sent, KitBodiesOfTests.of(made, "i-1", "x-1", flag))))
                .isEqualTo("000002");
        assertThat(desk.facts).isEmpty();
    }

    @Tag("promise:replays-fail")
    @ParameterizedTest
    @CsvSource({
        "TENANT_SYNC,      appId",
        "TENANT_SYNC,      clientId",
        "TENANT_SYNC,      orgCode",
        "TENANT_SYNC,      userList",
        "TENANT_SYNC,      orgInfo",
        "TENANT_SYNC,      orgInfoList",
        "APPLICATION_SYNC, userList",
        "APPLICATION_SYNC, orgCode",
        "APPLICATION_SYNC, orgInfo",
        "APPLICATION_SYNC, orgInfoList",
        "AUTH_SYNC,        orgCode",
        "AUTH_SYNC,        orgInfo",
        "AUTH_SYNC,        orgInfoList",
        "SINGLE_ORG_SYNC,  appId",
        "SINGLE_ORG_SYNC,  userList",
        "SINGLE_ORG_SYNC,  orgInfo",
        "SINGLE_ORG_SYNC,  orgInfoList",
        "ALL_ORG_SYNC,     appId",
        "ALL_ORG_SYNC,     userList",
    })
    void aMemberThatOnlyOthersHaveIsNamed(KitInterface called, String name) {
        for (var value : new String[] {"\"x\"", "[]", "{}", "7", "false"}) {
            for (var edition : KitEdition.values()) {
                assertThat(said(desk.call(edition, called, with(called, name, value))))
                        .isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"%s is no member of %s\"}"
                                .formatted(name, called.label()));
            }
        }
        assertThat(desk.facts).isEmpty();
    }

    /** One form for all five may be how somebody makes his calls. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \""})
    void aMemberWithNothingInItIsNone(String value) {
        for (var edition : KitEdition.values()) {
            assertThat(code(desk.call(
                            edition, KitInterface.TENANT_SYNC, with(KitInterface.TENANT_SYNC, "userList", value))))
                    .isEqualTo("000000");
        }
    }

    /** In its rows there is one. */
    @ParameterizedTest
    @EnumSource(KitEdition.class)
    void theDepartmentOfAUserIsNoMemberOfTheCall(KitEdition edition) {
        var body = KitBodiesOfTests.of(KitInterface.AUTH_SYNC, "i-1", "x", 1)
                .replace("\"role\"", "\"orgCode\":\"D1\",\"role\"");

        assertThat(code(desk.call(edition, KitInterface.AUTH_SYNC, body))).isEqualTo("000000");
    }

    private static String with(KitInterface called, String name, String value) {
        return KitBodiesOfTests.of(called, "i-1", "x", 0)
                .replace("{\"inst", "{\"%s\":%s,\"inst".formatted(name, value));
    }
}

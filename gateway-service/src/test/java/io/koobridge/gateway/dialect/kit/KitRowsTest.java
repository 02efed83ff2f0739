package io.koobridge.gateway.dialect.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.seal.Opening;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.DepartmentRow;
import io.koobridge.events.tenant.UserRow;
import io.koobridge.events.wire.Json;
import io.koobridge.gateway.dialect.json.CallJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A row is taken as far as it can be read. */
class KitRowsTest {

    private static final String TENANT = "t-1";

    private final KitRows rows = new KitRows(KitDesk.SEALER.together(), TENANT);

    /** What its owner reads of it. */
    static String opened(UserRow row, String field, @Nullable SealedText sealed) {
        var opening = KitDesk.OPENER.open(
                Objects.requireNonNull(sealed).value(),
                new SealContext(UserRow.sealedAs(TENANT, row.userName()), field));
        return ((Opening.Opened) opening).text();
    }

    @Test
    void aUserIsReadWithEverythingThatIsSaidOfHim() {
        var row = user("""
                {"userName":"li.lei","name":"李雷","orgCode":"D100","position":"工程师","employeeCode":"E1","employeeType":2,
                 "role":"Admin ","enable":"true","mobile":"139","email":"li@example.org","workPlace":"深圳",
                 "entryDate":"2022-11-9","extension":{"accountSet":"A1","level":7,"tags":["a","b"],"none":null,"blank":" "},"later":true}""");

        assertThat(row.mobile()).isNotNull();
        assertThat(new UserRow(
                        row.userName(),
                        row.name(),
                        row.orgCode(),
                        row.position(),
                        row.employeeCode(),
                        row.employeeType(),
                        row.role(),
                        row.enabled(),
                        null,
                        null,
                        row.workPlace(),
                        row.entryDate(),
                        Map.of(),
                        List.of()))
                .isEqualTo(new UserRow(
                        "li.lei",
                        "李雷",
                        "D100",
                        "工程师",
                        "E1",
                        2,
                        "admin",
                        true,
                        null,
                        null,
                        "深圳",
                        "2022-11-9",
                        Map.of(),
                        List.of()));
        assertThat(opened(row, "mobile", row.mobile())).isEqualTo("139");
        assertThat(opened(row, "email", row.email())).isEqualTo("li@example.org");
        assertThat(extension(row))
                .isEqualTo(Map.of("accountSet", "A1", "level", "7", "tags", "[\"a\",\"b\"]", "later", "true"));
    }

    /** tenant-sync §5.3: V1 nests some of them, and so do texts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"employeeType\":\"1\",\"workPlace\":\"W\",\"entryDate\":\"2022-1-1\"}",
                "\"{\\\"employeeType\\\":\\\"1\\\",\\\"workPlace\\\":\\\"W\\\",\\\"entryDate\\\":\\\"2022-1-1\\\"}\"",
                "\"{employeeType:1,'workPlace':'W',entryDate:'2022-1-1'}\""
            })
    void membersMayStandInTheExtension(String extension) {
        var row = user("{\"userName\":\"u\",\"extension\":" + extension + "}");

        assertThat(row.employeeType()).isOne();
        assertThat(row.workPlace()).isEqualTo("W");
        assertThat(row.entryDate()).isEqualTo("2022-1-1");
        assertThat(row.extension()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "'\"true\"', true",
        "'\"TRUE\"', true",
        "1, true",
        "'\"1\"', true",
        "false, false",
        "'\"false\"', false",
        "0, false",
        "'\"yes\"', ",
        "null, ",
        "[], ",
        "'\"\"', "
    })
    void whetherHeIsEnabledMayBeSaidInManyWays(String enable, @Nullable Boolean enabled) {
        assertThat(user("{\"userName\":\"u\",\"enable\":" + enable + "}").enabled())
                .isEqualTo(enabled);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "'\"4\"', 4", "'\"x\"', ", "1.5, ", "99999999999, ", "-1, ", "{}, "})
    void anEmployeeTypeIsANumberOrNothing(String type, @Nullable Integer employeeType) {
        assertThat(user("{\"userName\":\"u\",\"employeeType\":" + type + "}").employeeType())
                .isEqualTo(employeeType);
    }

    @Test
    void whatCannotBeReadIsAsIfItWereNotSaid() {
        var row = user("""
                {"userName":7,"name":{},"orgCode":[],"position":null,"role":"","mobile":{"a":1},"email":[],"extension":"[1,2]"}""");

        assertThat(row)
                .isEqualTo(new UserRow(
                        "7",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        List.of("email", "extension", "mobile", "name", "orgCode")));
    }

    /** No record can have half a character, nor be as long as a stranger likes. */
    @Test
    void textsAreCutAndHaveNoHalvesOfCharacters() {
        var row = user(
                "{\"userName\":\"u\",\"name\":\"a\\ud800b\",\"position\":\"%s\",\"mobile\":\"\\udfff\",\"\\ud800\":\"x\"}"
                        .formatted("x".repeat(1_023) + "\\ud83d\\ude00"));

        assertThat(row.name()).isEqualTo("a?b");
        assertThat(row.position()).isEqualTo("x".repeat(1_023) + "?");
        assertThat(opened(row, "mobile", row.mobile())).isEqualTo("?");
        assertThat(extension(row)).isEqualTo(Map.of("?", "x"));
        assertThat(row.unread()).containsExactly("extension", "mobile", "name", "position");
        assertThat(Json.mapper().writeValueAsBytes(row)).isNotEmpty();
    }

    /** Somebody should look at it, and nothing else of the row is lost (design §6). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"enable\":\"yes\"                          | enable",
                "\"enable\":[true]                           | enable",
                "\"enable\":\"TRUE\",\"role\":\"Admin \"       |",
                "\"role\":\"boss\"                           | role",
                "\"employeeType\":\"intern\"                 | employeeType",
                "\"employeeType\":5                          | employeeType",
                "\"extension\":{\"employeeType\":\"x\"}        | employeeType",
                "\"extension\":{\"position\":{}}             | position",
                "\"extension\":7                             | extension",
                "\"extension\":\"not an object\"             | extension",
                "\"extension\":[{},{}]                       | extension",
                "\"extension\":\"\"                            |",
                "\"extension\":null,\"name\":null,\"email\":\"\" |",
                "\"later\":{\"any\":[\"thing\"]}               |",
            })
    void whatIsNotAsTheProtocolSaysIsRemarked(String members, @Nullable String unread) {
        var row = user("{\"userName\":\"u\",\"orgCode\":\"D1\"," + members + "}");

        assertThat(row.unread()).isEqualTo(unread == null ? List.of() : List.of(unread));
        assertThat(row.orgCode()).isEqualTo("D1");
    }

    @Test
    void theLongestRowFitsIntoARecord() {
        var longest = "\\u0001".repeat(2_000);
        var fields = "name,orgCode,position,employeeCode,role,mobile,email,workPlace,entryDate";
        var json = new StringBuilder("{\"userName\":\"u\"");
        for (var field : fields.split(",", -1)) {
            json.append(",\"%s\":\"%s\"".formatted(field, longest));
        }
        IntStream.range(0, 200)
                .forEach(n -> json.append(",\"%03d%s\":\"%s\"".formatted(n, "深".repeat(100), "深".repeat(2_000))));

        var row = user(json.append('}').toString());

        assertThat(row.extension()).hasSize(64);
        assertThat(row.unread()).contains("extension", "workPlace");
        assertThat(Json.mapper().writeValueAsBytes(row)).hasSizeLessThan(512 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "7,                                        ' is not an object'",
        "[],                                       ' is not an object'",
        "null,                                     ' is not an object'",
        "{},                                       .userName is missing",
        "'{\"userName\":null}',                    .userName is missing",
        "'{\"userName\":\" \"}',                   .userName is missing",
        "'{\"userName\":{}}',                      .userName is not an id of at most 64 characters",
        "'{\"userName\":true}',                    .userName is not an id of at most 64 characters",
        "'{\"userName\":\"\\ud800\"}',             .userName is not an id of at most 64 characters",
        "'{\"userName\":12}',                      ",
    })
    void onlyARowThatNamesNobodyIsBad(String row, @Nullable String flaw) {
        assertThat(KitRows.flaw(json(row), "userName")).isEqualTo(flaw);
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(KitRows.flaw(json("{\"orgCode\":\"" + "x".repeat(64) + "\"}"), "orgCode"))
                .isNull();
        assertThat(KitRows.flaw(json("{\"orgCode\":\"" + "x".repeat(65) + "\"}"), "orgCode"))
                .isEqualTo(".orgCode is not an id of at most 64 characters");
    }

    /** One that is too long is nobody's, which does not make the department a top one. */
    @Test
    void aDepartmentIsReadInEitherEdition() {
        assertThat(KitRows.department(
                        json("{\"orgCode\":\"D1\",\"orgName\":\"A\",\"name\":\"B\",\"parentCode\":\"\"}")))
                .isEqualTo(new DepartmentRow("D1", "A", null));
        assertThat(KitRows.department(json("{\"orgCode\":1,\"name\":\"B\",\"parentCode\":2}")))
                .isEqualTo(new DepartmentRow("1", "B", "2"));
        assertThat(KitRows.department(json("{\"orgCode\":\"D1\",\"parentCode\":\"" + "x".repeat(70) + "\"}")))
                .isEqualTo(new DepartmentRow("D1", null, "x".repeat(64), List.of("parentCode")));
    }

    private static Map<String, String> extension(UserRow row) {
        var opened = new TreeMap<String, String>();
        row.extension().forEach((name, value) -> opened.put(name, opened(row, "extension." + name, value)));
        return opened;
    }

    private UserRow user(String row) {
        return rows.user(json(row));
    }

    private static JsonNode json(String json) {
        return CallJson.read(json).orElseThrow();
    }
}

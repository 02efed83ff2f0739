package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code koobridge instances import}, as a seller types it. */
class ImportCommandTest extends TypedTest {

    private final FakeImports service = new FakeImports(ImportCommandTest::result);

    ImportCommandTest(@TempDir Path home) {
        super(home);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static Map<String, ?> result(JsonNode row) {
        var id = row.path("instanceId").asString();
        return id.startsWith("bad")
                ? Map.of("instanceId", id, "result", "refused", "why", "frontEndUrl is missing")
                : Map.of(
                        "instanceId",
                        id,
                        "result",
                        "created",
                        "orders",
                        List.of("SAAS:" + row.path("orderId").asString()));
    }

    @Test
    void aFileOfASpreadsheetIsReadAsItWasMeant() {
        var code = run(
                file(
                        "a.csv",
                        "\uFEFForderId,instanceId,memo,password\r\nCS1,a,\"one, \"\"two\"\"\nthree\",geheim\r\n\r\nCS2,b,,\r\n"));

        assertThat(code).isZero();
        assertThat(service.rows().get(0).path("memo").asString()).isEqualTo("one, \"two\"\nthree");
        assertThat(service.rows().get(0).path("password").asString()).isEqualTo("geheim");
        assertThat(service.rows().get(1).propertyNames()).containsExactlyInAnyOrder("orderId", "instanceId");
        assertThat(service.received.getFirst().path("dryRun").asBoolean()).isFalse();
        assertThat(out.toString()).isEqualTo("created 2, unchanged 0, updated 0, refused 0\n");
    }

    @Test
    void badLinesAreNamedAndTheOthersGoOn() throws IOException {
        var report = home.resolve("report.csv");

        var code = run(
                file("a.csv", "instanceId,orderId,password\na,CS1,geheim\nb,CS2\nbad-1,CS3,geheim\na,CS4,x\nc,CS5,\n"),
                "--report",
                report.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "line 3: refused: there are 2 values for 3 columns",
                        "line 4: refused bad-1: frontEndUrl is missing",
                        "line 5: refused: instanceId stands on line 2 already",
                        "created 2, unchanged 0, updated 0, refused 3")
                .doesNotContain("geheim");
        assertThat(Files.readString(report))
                .startsWith("line,instanceId,result,why")
                .contains("2,a,created,", "4,bad-1,refused,frontEndUrl is missing", "6,c,created,")
                .doesNotContain("geheim");
    }

    @Test
    void jsonLinesAreReadToo() {
        var code = run(file("a.jsonl", """
                        {"instanceId":"a","orderId":"CS1","quantity":5,"otherOrders":["CS2","CS3"]}

                        {"instanceId":"b","orderId":
                        {"instanceId":"c","orderId":"CS4","passwort":"geheim"}
                        {"instanceId":"d","instanceId":"e","orderId":"CS4"}
                        """), "--json");

        assertThat(code).isEqualTo(1);
        assertThat(service.rows()).hasSize(1);
        assertThat(service.rows().getFirst().path("otherOrders").size()).isEqualTo(2);
        var answer = JsonMapper.shared().readTree(out.toString());
        assertThat(answer.path("created").asInt()).isEqualTo(1);
        assertThat(answer.path("refusals").valueStream().map(each -> each.path("line")
                        .asInt()))
                .containsExactly(3, 4, 5);
        assertThat(out.toString()).doesNotContain("geheim");
    }

    @Test
    void timesWithoutAnOffsetNeedAZone() {
        var file =
                file("a.csv", "instanceId,orderId,expireTime\na,CS1,20270301155959\nb,CS2,2027-03-01T15:59:59+08:00\n");

        assertThat(run(file)).isEqualTo(1);
        assertThat(out.toString()).contains("line 2: refused: expireTime has no offset: say --zone");
        assertThat(run(file, "--zone", "Asia/Shanghai")).isZero();

        assertThat(service.rows())
                .extracting(row -> row.path("expireTime").asString())
                .containsExactly("2027-03-01T15:59:59+08:00", "2027-03-01T07:59:59Z", "2027-03-01T15:59:59+08:00");
    }

    @Test
    void aDryRunFindsWhatLinesFarApartContradict() {
        var rows = Stream.concat(
                        IntStream.range(0, 1_200).mapToObj(i -> "i%d,CS%d".formatted(i, i)), Stream.of("other,CS7"))
                .collect(Collectors.joining("\n", "instanceId,orderId\n", "\n"));

        assertThat(run(file("a.csv", rows), "--dry-run")).isEqualTo(1);

        assertThat(service.received)
                .hasSize(3)
                .allSatisfy(body -> assertThat(body.path("dryRun").asBoolean()).isTrue());
        assertThat(out.toString())
                .contains(
                        "line 1202: refused other: an order of it is claimed by line 9",
                        "Nothing was written",
                        "created 1200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "instanceId,orderId,passwort\na,CS1,x\n",
                "instanceId,password\na,x\n",
                "instanceId,orderId,orderId\na,CS1,CS1\n",
                "instanceId,orderId\na,\"CS1\n"
            })
    void aFileThatCannotBeReadIsWrongUsage(String content) {
        assertThat(run(file("a.csv", content))).isEqualTo(2);
        assertThat(error.toString()).isNotBlank();
    }

    @Test
    void anotherEncodingIsNotGuessed() throws IOException {
        var file = home.resolve("latin.csv");
        Files.write(file, "instanceId,orderId,memo\na,CS1,Müller\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(file.toString())).isEqualTo(2);
    }

    @Test
    void whenTheServiceIsAwayTheLineIsNamedFromWhichNobodyKnows() {
        service.close();

        assertThat(run(file("a.csv", "instanceId,orderId\na,CS1\n"))).isEqualTo(3);

        assertThat(out.toString()).contains("From line 2 on nobody knows");
    }

    private int run(String file, String... options) {
        return execute(
                Map.of(
                        "KOOBRIDGE_PROVISIONING_INTERNAL_URL",
                        service.url(),
                        "KOOBRIDGE_SERVICE_TOKEN",
                        FakeImports.TOKEN),
                Stream.concat(Stream.of("instances", "import", file), Stream.of(options))
                        .toArray(String[]::new));
    }
}

package io.koobridge.simulator.running;

import static io.koobridge.simulator.running.CodeCalls.entry;
import static io.koobridge.simulator.running.CodeCalls.errorOf;
import static io.koobridge.simulator.running.CodeCalls.usage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reports of who uses an authorization code (license §5.5). */
class CodeUsageTest {
    private static Running running;
    private static CodeCalls codes;

    @BeforeAll
    static void start() {
        running = Running.sellingLicenses();
        running.seller.does(new StubGateway());
        codes = new CodeCalls(running);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void useIsReportedAndKept() {
        String code = codes.active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        JsonNode answer = codes.post(
                "v2/license/software-usage-info",
                usage(code, "{\"active_num\":42}").replace("}]}]}", "},{\"id\":\"client-1\"}]}]}"));

        assertThat(errorOf(answer)).isEqualTo("92020000");
        JsonNode kept = codes.shown(code).get("usage");
        assertThat(kept.get(0).get("activeNum").intValue()).isEqualTo(42);
        assertThat(kept.get(1).get("id").stringValue()).isEqualTo("client-1");
        assertThat(codes.shown(code).get("usageReports").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"id\":\"c\",\"active_num\":1} ; 92020002", "{} ; 92020002"})
    void aReportHasExactlyOneOfItsTwoMembers(String use, String error) {
        String code = codes.active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        JsonNode answer = codes.post("v2/license/software-usage-info", usage(code, use));

        assertThat(errorOf(answer)).isEqualTo("92020020");
        JsonNode failed = answer.get("data").get("check_fail_list").get(0);
        assertThat(failed.get("license").stringValue()).isEqualTo(code);
        assertThat(failed.get("error_code").stringValue()).isEqualTo(error);
        assertThat(codes.shown(code).get("usageReports").intValue()).isZero();
    }

    @Test
    void aReportOfANotActivatedCodeFailsAlone() {
        String good = codes.active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        String idle = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"));

        JsonNode answer = codes.post(
                "v2/license/software-usage-info",
                "{\"usage_info\":[" + entry(good, "{\"id\":\"c\"}") + "," + entry(idle, "{\"id\":\"c\"}") + "]}");

        assertThat(answer.get("data")
                        .get("check_fail_list")
                        .get(0)
                        .get("error_code")
                        .stringValue())
                .isEqualTo("92020011");
        assertThat(codes.shown(good).get("usageReports").intValue()).isEqualTo(1);
    }
}

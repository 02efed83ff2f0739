package io.koobridge.simulator.running;

import static io.koobridge.simulator.running.CodeCalls.errorOf;
import static io.koobridge.simulator.running.CodeCalls.list;
import static io.koobridge.simulator.running.CodeCalls.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Faults of the interfaces of authorization codes. */
class CodeFaultsTest {
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

    @AfterEach
    void noMoreFaults() {
        running.http.delete("/simulator/open-api/faults");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVATE, v1/license/activate",
        "HEARTBEAT, v1/license/heartbeat",
        "USAGE, v2/license/software-usage-info"
    })
    void everyCodeCanBeMade(String api, String path) {
        running.arm("{\"api\":\"" + api + "\",\"kind\":\"RESULT_CODE\"}");
        assertThat(codes.send(path, "{}").status()).isEqualTo(200);
        assertThat(errorOf(codes.post(path, "{}"))).isEqualTo("92020001");
        running.arm("{\"api\":\"" + api + "\",\"kind\":\"RESULT_CODE\",\"code\":\"92020001\",\"status\":403}");
        assertThat(codes.send(path, "{}").status()).isEqualTo(403);
        running.arm("{\"api\":\"" + api + "\",\"kind\":\"RESULT_CODE\",\"code\":\"95000003\"}");
        assertThat(codes.send(path, "{}").status()).isEqualTo(415);
    }

    @Test
    void anActivationCanLoseItsAnswer() {
        String code = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        running.arm("{\"api\":\"ACTIVATE\",\"kind\":\"LOST_ANSWER\",\"calls\":1}");

        assertThat(catchThrowable(() -> codes.activated(code))).isNotNull();

        assertThat(codes.activated(code)).isEqualTo("92020003");
        assertThat(codes.status(code)).isEqualTo("ALIVE");
    }

    @Test
    void aListWithOneBadCodeCanBeActivatedInPart() {
        String good = codes.of(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        running.arm("{\"api\":\"ACTIVATE\",\"kind\":\"PARTLY\"}");

        assertThat(errorOf(codes.post("v2/license/activate", list(good, "PLNONE"))))
                .isEqualTo("92020020");
        assertThat(codes.shown(good).get("status").stringValue()).isEqualTo("ALIVE");
    }

    @Test
    void aReportCanBeTakenEntryByEntry() {
        String code = codes.active(running.buy("{\"kind\":\"LICENSE_CODE\"}"));
        running.arm("{\"api\":\"USAGE\",\"kind\":\"PARTLY\",\"calls\":1}");

        JsonNode answer = codes.post(
                "v2/license/software-usage-info", usage(code, "{\"id\":\"good\"},{\"id\":\"bad\",\"active_num\":1}"));

        assertThat(errorOf(answer)).isEqualTo("92020000");
        JsonNode failed = answer.get("data").get("check_fail_list");
        assertThat(failed.size()).isEqualTo(1);
        assertThat(failed.get(0).get("id").stringValue()).isEqualTo("bad");
        assertThat(failed.get(0).get("error_code").stringValue()).isEqualTo("92020002");
        assertThat(codes.shown(code).get("usage").get(0).get("id").stringValue())
                .isEqualTo("good");
        assertThat(codes.shown(code).get("usageReports").intValue()).isEqualTo(1);
    }
}

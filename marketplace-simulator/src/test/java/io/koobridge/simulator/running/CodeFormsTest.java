package io.koobridge.simulator.running;

import static io.koobridge.simulator.running.CodeCalls.errorOf;
import static io.koobridge.simulator.running.CodeCalls.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the interfaces of authorization codes are called, and what another form is answered (license §5.6). */
class CodeFormsTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "v1/license/activate ; {}",
                "v1/license/activate ; {\"license\":\"\"}",
                "v1/license/activate ; {\"license\":7}",
                "v1/license/heartbeat ; {\"license\":\"PL\",\"heartbeatInfo\":{}}",
                "v2/license/activate ; {\"license_list\":[]}",
                "v2/license/activate ; {\"license_list\":\"PL\"}",
                "v2/license/heartbeat ; {\"license_list\":[7]}",
                "v2/license/software-usage-info ; {\"usage_info\":[{\"license\":\"PL\"}]}",
                "v2/license/software-usage-info ; {\"usage_info\":[{\"license\":\"PL\",\"software_usage_Info\":[{\"active_num\":1234567890}]}]}",
                "v2/license/software-usage-info ; {\"usage_info\":[{\"license\":\"PL\",\"software_usage_Info\":[{\"active_num\":\"1\"}]}]}"
            })
    void aMemberOfTheWrongFormIs95000001(String api, String body) {
        Http.Got got = codes.send(api, body);

        assertThat(got.status()).isEqualTo(400);
        assertThat(errorOf(got.json())).isEqualTo("95000001");
    }

    @Test
    void moreThanAHundredCodesAre95000001() {
        String many = list(IntStream.rangeClosed(0, 100).mapToObj(i -> "PL" + i).toArray(String[]::new));

        assertThat(errorOf(codes.send("v2/license/activate", many).json())).isEqualTo("95000001");
        assertThat(errorOf(codes.send("v1/license/activate", "{\"license\":\"" + "x".repeat(65) + "\"}")
                        .json()))
                .isEqualTo("95000001");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, application/json, {}, 405, 95000002",
        "POST, text/plain, {}, 415, 95000003",
        "POST, application/json, nojson, 400, 95000004",
        "POST, application/json, [], 400, 95000004"
    })
    void anotherRequestThanJsonByPostIsRefused(String method, String type, String body, int status, String code) {
        Http.Got got = running.sendSigned(
                method, CodeCalls.PREFIX + "v1/license/activate", type, body.getBytes(StandardCharsets.UTF_8));

        assertThat(got.status()).isEqualTo(status);
        assertThat(errorOf(got.json())).isEqualTo(code);
    }

    @Test
    void theAccessKeyIsChecked() {
        assertThat(running.http
                        .post(CodeCalls.PREFIX + "v1/license/activate", "{}")
                        .status())
                .isEqualTo(401);
    }
}

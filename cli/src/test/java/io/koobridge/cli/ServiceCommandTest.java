package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all commands to a service share: where it is, with which token it is asked, and how it ends. */
class ServiceCommandTest extends OperatorTest {

    ServiceCommandTest(@TempDir Path home) throws IOException {
        super(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "[]", "\"ok\"", ""})
    void anAnswerOfSomethingElseIsAnError(String body) {
        answers.put("/internal/findings?state=open&limit=100", new Answer(200, body));

        assertThat(run("findings")).isEqualTo(1);
        assertThat(error.toString()).contains("is this the internal port of a KooBridge service?");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServiceInTroubleIsExitThree(int status) {
        answers.put("/internal/findings?state=open&limit=100", new Answer(status, "<html>Bad Gateway</html>"));

        assertThat(run("findings")).isEqualTo(3);
        assertThat(error.toString()).contains(Integer.toString(status));
    }

    @Test
    void aPathInFrontOfTheServiceIsKept() {
        answers.put("/provisioning/internal/findings?state=open&limit=100", new Answer(200, "{\"findings\":[]}"));

        assertThat(run("findings", "--url", url() + "/provisioning")).isZero();
        assertThat(run("findings", "--url", url() + "/provisioning/")).isZero();
    }

    @Test
    void anotherServiceIsAskedByNameOrByAddress() {
        answers.put("/internal/findings?state=open&limit=100", new Answer(200, "{\"findings\":[]}"));

        assertThat(execute(
                        Map.of("KOOBRIDGE_USAGE_METERING_INTERNAL_URL", url(), "KOOBRIDGE_SERVICE_TOKEN", TOKEN),
                        "findings",
                        "--service",
                        "usage-metering"))
                .isZero();
        assertThat(execute(Map.of("KOOBRIDGE_SERVICE_TOKEN", TOKEN), "findings", "--url", url()))
                .isZero();
        assertThat(out.toString()).contains("No findings.");
    }

    @Test
    void addressAndTokenComeFromTheSuiteThatRunsHere() throws Exception {
        answers.put("/internal/findings?state=open&limit=100", new Answer(200, "{\"findings\":[]}"));
        Files.writeString(
                home.resolve("local.env"),
                "KOOBRIDGE_PROVISIONING_INTERNAL_URL=" + url() + "\nKOOBRIDGE_SERVICE_TOKEN=" + TOKEN + "\n");

        assertThat(execute(Map.of(), "findings")).isZero();
    }

    @Test
    void aTokenFileWinsAndARefusedTokenIsExplained() throws Exception {
        answers.put(
                "/internal/work?limit=100&state=stuck",
                new Answer(401, "{\"status\":401,\"detail\":\"A service token is needed.\"}"));
        var file = Files.writeString(home.resolve("token"), "another-invented-token\n");

        assertThat(run("stuck", "--token-file", file.toString())).isEqualTo(1);

        assertThat(received.getFirst().authorization()).isEqualTo("Bearer another-invented-token");
        assertThat(error.toString()).contains("does not take the service token", "--token-file");
    }

    @Test
    void endsWithThreeWhenNobodyAnswers() {
        service.stop(0);

        assertThat(run("stuck")).isEqualTo(3);
        assertThat(error.toString()).contains("Nobody answers at " + url());
    }

    @Test
    void endsWithOneAndTheServicesOwnWords() {
        assertThat(run("retry", "kb9", "--why", "x")).isEqualTo(1);
        assertThat(error.toString()).contains("Nothing here.");
    }

    @Test
    void saysWhatToDoWhenNoInstallationIsKnown() {
        assertThat(execute(Map.of(), "stuck")).isEqualTo(2);
        assertThat(error.toString()).contains("KOOBRIDGE_PROVISIONING_INTERNAL_URL", "./koobridge up");
    }
}

package io.koobridge.provisioning.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {

    private static final String URL = "https://app.example.com/";

    @Test
    void whatTheMarketplaceCanShowIsReady() {
        var longest = new AppInfo(
                URL + "x".repeat(512 - URL.length()),
                "http://admin.example.com",
                "u".repeat(128),
                "p".repeat(128),
                "实".repeat(1_024));

        assertThat(AnswerCheck.ready(longest, AccessForm.PLAIN)).isEqualTo(new Answer.Ready(longest));
    }

    @Test
    void everyFaultIsNamedAndNoneShowsWhatWasSent() {
        var tooMuch = new AppInfo(
                URL + "x".repeat(513 - URL.length()), "", "u".repeat(129), "p".repeat(129), "m".repeat(1_025));

        assertThat(AnswerCheck.ready(tooMuch, AccessForm.PLAIN))
                .isEqualTo(new Answer.Failed("frontEndUrl must have 1 to 512 characters, has 513; "
                        + "adminUrl must have 1 to 512 characters, has 0; "
                        + "adminUrl must be an absolute http or https address; "
                        + "userName must have 1 to 128 characters, has 129; "
                        + "password must have 1 to 128 characters, has 129; "
                        + "memo must have 1 to 1024 characters, has 1025"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app",
                "app.example.com",
                "javascript:alert(1)",
                "ftp://app.example.com",
                "https:///path",
                "https://app.example.com/a b",
                "mailto:ann@example.com"
            })
    void anAddressThatABrowserWouldNotOpenIsNone(String address) {
        assertThat(AnswerCheck.ready(new AppInfo(address, null, null, null, null), AccessForm.PLAIN))
                .isEqualTo(new Answer.Failed("frontEndUrl must be an absolute http or https address"));
    }
}

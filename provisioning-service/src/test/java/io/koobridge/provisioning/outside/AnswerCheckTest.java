package io.koobridge.provisioning.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    @Test
    void whatIsSentEncryptedMayBeNoLongerThanItsCipherTextAllows() {
        var longest = new AppInfo(URL, "http://admin.example.com", "u".repeat(79), "p".repeat(79), "实".repeat(1_024));
        var tooLong = new AppInfo(URL, null, "u".repeat(80), "p".repeat(128), null);

        assertThat(AnswerCheck.ready(longest, AccessForm.ENCRYPTED)).isEqualTo(new Answer.Ready(longest));
        assertThat(AnswerCheck.ready(tooLong, AccessForm.PLAIN)).isEqualTo(new Answer.Ready(tooLong));
        assertThat(AnswerCheck.faults(tooLong, AccessForm.ENCRYPTED))
                .containsExactly(
                        "userName must have at most 79 bytes of UTF-8, has 80, for this instance was sold by the edition V1",
                        "password must have at most 79 bytes of UTF-8, has 128, for this instance was sold by the edition V1");
    }

    @Test
    void nothingButTheMemoMayHaveOtherCharactersThanAsciiInV1() {
        var chinese = new AppInfo("https://例.example.com/实", "https://a.example.com/实", "管理员", "密".repeat(27), "首次登录");

        assertThat(AnswerCheck.faults(chinese, AccessForm.ENCRYPTED))
                .contains(
                        "frontEndUrl must be ASCII, for this instance was sold by the edition V1",
                        "adminUrl must be ASCII, for this instance was sold by the edition V1",
                        "userName must be ASCII, for this instance was sold by the edition V1",
                        "password must be ASCII, for this instance was sold by the edition V1",
                        "password must have at most 79 bytes of UTF-8, has 81, for this instance was sold by the edition V1")
                .noneMatch(fault -> fault.contains("memo") || fault.contains("密"));
    }

    /** Which name it is in ASCII depends on who is asked, and the buyer's credentials go with it. */
    @ParameterizedTest
    @EnumSource(AccessForm.class)
    void theHostOfAnAddressIsAscii(AccessForm form) {
        var other = new AppInfo("https://straße.de/", "http://me@例子.com:8443/", null, null, null);
        var ascii = new AppInfo("https://xn--strae-oqa.de/", "http://me@xn--fsqu00a.com:8443/", null, null, null);

        assertThat(AnswerCheck.faults(other, form))
                .contains(
                        "frontEndUrl must have its host in ASCII: write it in the form xn--…",
                        "adminUrl must have its host in ASCII: write it in the form xn--…")
                .noneMatch(fault -> fault.contains("absolute"));
        assertThat(AnswerCheck.ready(ascii, form)).isEqualTo(new Answer.Ready(ascii));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app",
                "app.example.com",
                "javascript:alert(1)",
                "ftp://app.example.com",
                "https:///path",
                "https://例@/path",
                "https://app.example.com/a b",
                "mailto:ann@example.com"
            })
    void anAddressThatABrowserWouldNotOpenIsNone(String address) {
        assertThat(AnswerCheck.ready(new AppInfo(address, null, null, null, null), AccessForm.PLAIN))
                .isEqualTo(new Answer.Failed("frontEndUrl must be an absolute http or https address"));
    }
}

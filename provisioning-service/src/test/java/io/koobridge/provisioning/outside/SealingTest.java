package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.SealedText;
import io.koobridge.events.instance.AppInfo;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SealingTest {

    @Test
    void whatWasSealedOpensForItsSubjectAndField() {
        var sealed = CONTACT.seal("kb-1", "mobile", "13800000000");

        assertThat(Objects.requireNonNull(sealed).value()).doesNotContain("13800000000");
        assertThat(CONTACT.open("kb-1", "mobile", sealed)).isEqualTo("13800000000");
    }

    @Test
    void itOpensForNobodyElse() {
        var sealed = CONTACT.seal("kb-1", "mobile", "13800000000");

        assertThat(CONTACT.open("kb-2", "mobile", sealed)).isNull();
        assertThat(CONTACT.open("kb-1", "email", sealed)).isNull();
        assertThat(TestSealing.withOtherKeys().open("kb-1", "mobile", sealed)).isNull();
        assertThat(CONTACT.open("kb-1", "mobile", new SealedText("never sealed")))
                .isNull();
    }

    @Test
    void nothingStaysNothing() {
        assertThat(CONTACT.seal("kb-1", "mobile", null)).isNull();
        assertThat(CONTACT.open("kb-1", "mobile", null)).isNull();
    }

    @Test
    void anInitialPasswordIsSealedOnItsWayIntoTheLedgerAndOpenedOnItsWayOut() {
        var access = new SealedAccess(CONTACT);
        var appInfo = new AppInfo("https://a.example.com", "https://b.example.com", "admin", "Init-3141", "memo");

        var kept = access.seal("kb-1", appInfo);

        assertThat(Objects.requireNonNull(kept.password()).value()).doesNotContain("Init-3141");
        assertThat(access.open("kb-1", kept)).isEqualTo(appInfo);
        assertThat(access.open("kb-2", kept).password())
                .as("of another instance")
                .isNull();
    }
}

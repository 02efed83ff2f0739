package io.koobridge.tenant.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.domain.directory.Written;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which directory there is follows from what is configured. */
class DirectoryPropertiesTest {

    private static final String PREFIX = "koobridge.tenant.directory.";
    private static final String SCIM = "scim.url=https://id.example.com/scim/v2";
    private static final String TOKEN = "scim.token=scim-token-5Yf2";
    private static final String WEBHOOK = "webhook.url=https://people.example.com/koobridge";
    private static final String SECRET = "webhook.secret=whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | ''",
                "none | kind=none," + SCIM + "," + TOKEN,
                "scim | " + SCIM + "," + TOKEN,
                "scim | kind=scim," + SCIM + "," + TOKEN,
                "scim | kind=scim," + SCIM + "," + TOKEN + "," + WEBHOOK + "," + SECRET,
                "scim | " + SCIM + ",scim.basic.user-name=u,scim.basic.password=p",
                "scim | " + SCIM + ",scim.client-credentials.token-url=https://id.example.com/token,"
                        + "scim.client-credentials.client-id=c,scim.client-credentials.client-secret=s",
                "webhook | " + WEBHOOK + "," + SECRET
            })
    void whatIsConfiguredChooses(String name, String settings) {
        with(settings.split(",")).run(context -> assertThat(context)
                .hasNotFailed()
                .getBean(Directory.class)
                .extracting(Directory::name)
                .isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind is scim, so koobridge.tenant.directory.scim.url must be set | kind=scim",
                "kind is webhook, so koobridge.tenant.directory.webhook.url must be set | kind=webhook",
                "are both set: take one of them away | " + SCIM + "," + TOKEN + "," + WEBHOOK + "," + SECRET,
                "one of koobridge.tenant.directory.scim.token, | " + SCIM,
                "one of koobridge.tenant.directory.scim.token, | " + SCIM + "," + TOKEN
                        + ",scim.basic.user-name=u,scim.basic.password=p",
                "scim.url must be an absolute http or https address | scim.url=ftp://id.example.com," + TOKEN,
                "scim.url must hold no user and no password | scim.url=https://u:p@id.example.com," + TOKEN,
                "scim.url must end with its path | " + SCIM + "?x=1," + TOKEN,
                "scim.token must be visible ASCII | " + SCIM + ",scim.token=a b",
                "scim.timeout must be above 0 and at most 20s | " + SCIM + "," + TOKEN + ",scim.timeout=21s",
                "scim.form.user-name must hold {userName} | " + SCIM + "," + TOKEN + ",scim.form.user-name=x",
                "scim.form.group-name must hold {name} or {orgCode} | " + SCIM + "," + TOKEN
                        + ",scim.form.group-name=x",
                "scim.form.leave-out has userName, may have | " + SCIM + "," + TOKEN + ",scim.form.leave-out=userName",
                "scim.form.extension-schema must be a URN | " + SCIM + "," + TOKEN + ",scim.form.extension-schema=x",
                "basic must have a user-name without a colon | " + SCIM
                        + ",scim.basic.user-name=u:v,scim.basic.password=p",
                "must have token-url, client-id and client-secret | " + SCIM + ",scim.client-credentials.client-id=c",
                "webhook.secret must be set too | " + WEBHOOK,
                "nine tenths of koobridge.ledger.lease | " + SCIM + "," + TOKEN + ",scim.timeout=15s"
            })
    void whatIsWrongNamesItsKey(String message, String settings) {
        with(settings.split(","))
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(message.strip()));
    }

    @Test
    void withoutADirectoryEverythingIsWrittenAtOnce() {
        with().run(context -> {
            var directory = context.getBean(Directory.class);
            assertThat(directory.write(People.user("li.lei", null, null))).isEqualTo(new Written.Done(null));
            assertThat(directory.write(People.department("D100", null, null))).isEqualTo(new Written.Done(null));
        });
    }

    @Test
    @Tag("promise:secrets-are-never-shown")
    void secretsAreNotShown() {
        with(
                        "kind=scim",
                        SCIM,
                        "scim.client-credentials.token-url=https://id.example.com/token",
                        "scim.client-credentials.client-id=c",
                        "scim.client-credentials.client-secret=hidden-1",
                        WEBHOOK,
                        SECRET)
                .run(context -> assertThat(
                                context.getBean(DirectoryProperties.class).toString())
                        .doesNotContain("hidden-1", "whsec_"));
    }

    @Test
    void everySettingIsOnThePage() {
        var words = DirectoryPage.words();
        for (var key : List.of(
                "kind",
                "scim.url",
                "scim.token",
                "scim.timeout",
                "scim.nested-groups",
                "scim.deleted",
                "scim.adopt-unowned",
                "scim.form.user-name",
                "scim.form.group-name",
                "scim.form.leave-out",
                "scim.form.extension-schema",
                "webhook.url",
                "webhook.secret",
                "webhook.secrets",
                "webhook.timeout")) {
            assertThat(words).contains(PREFIX + key);
        }
    }

    private static ApplicationContextRunner with(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(DirectoryConfiguration.class)
                .withBean(OutsideSystems.class, Unlimited::new)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(
                        LedgerProperties.class,
                        () -> new LedgerProperties(
                                Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofSeconds(15)))
                .withPropertyValues(Stream.of(settings)
                        .filter(setting -> !setting.isBlank())
                        .map(setting -> PREFIX + setting.strip())
                        .toArray(String[]::new));
    }
}

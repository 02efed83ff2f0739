package io.koobridge.gateway.dialect.saas;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class AccessWriterTest {

    private static final FieldCipher CIPHER = FieldCipher.of(new AccessKey("v1-1", "a-key-of-tests", null));

    @ParameterizedTest
    @EnumSource(EncryptType.class)
    void userNameAndPasswordAreEncryptedAndNothingElse(EncryptType type) {
        var access = new AccessWriter.Encrypted(CIPHER, type, WaitingPage.NONE);
        var answer = CallJson.object();

        var written = access.write(
                "i-1",
                new AppInfo(
                        "https://app.example.com/", "https://app.example.com/admin", "管理员", "Tr0ub4dor&3=x+y/z", "备注"));
        access.announce(answer);

        assertThat(answer.path("encryptType").asString()).isEqualTo(type.digit());
        assertThat(written.path("frontEndUrl").asString()).isEqualTo("https://app.example.com/");
        assertThat(written.path("adminUrl").asString()).isEqualTo("https://app.example.com/admin");
        assertThat(written.path("memo").asString()).isEqualTo("备注");
        assertThat(CIPHER.decrypt(written.path("userName").asString(), type)).contains("管理员");
        assertThat(CIPHER.decrypt(written.path("password").asString(), type)).contains("Tr0ub4dor&3=x+y/z");
    }

    @Test
    void whatIsTooLongToBeEncryptedIsLeftOut() {
        var access = new AccessWriter.Encrypted(CIPHER, EncryptType.AES_256, WaitingPage.NONE);

        var written = access.write(
                "i-1", new AppInfo("https://app.example.com/", null, "x".repeat(79), "x".repeat(80), null));

        assertThat(written.path("userName").asString()).hasSizeLessThanOrEqualTo(128);
        assertThat(written.has("password")).isFalse();
        assertThat(written.has("adminUrl")).isFalse();
        assertThat(written.has("memo")).isFalse();
    }

    @Test
    void anAddressIsAscii() {
        var access = new AccessWriter.Encrypted(CIPHER, EncryptType.AES_256, WaitingPage.NONE);

        assertThat(access.write("i-1", new AppInfo("https://app.example.com/青禾", null, null, null, null))
                        .path("frontEndUrl")
                        .asString())
                .isEqualTo("https://app.example.com/%E9%9D%92%E7%A6%BE");
        assertThat(access.write("i-1", new AppInfo("no address at all", null, null, null, null))
                        .path("frontEndUrl")
                        .asString())
                .isEqualTo("no address at all");
    }

    @Test
    void anAddressHasAtMost512Characters() {
        var base = "https://app.example.com/";

        assertThat(adminUrl(base + "x".repeat(488))).isPresent();
        assertThat(adminUrl(base + "x".repeat(489))).isEmpty();
        assertThat(adminUrl(base + "青".repeat(54))).isPresent();
        assertThat(adminUrl(base + "青".repeat(55))).isEmpty();
    }

    /** One such address would otherwise cost every answer that it stands in, also those about others. */
    @Test
    void anAddressWithHalfACharacterIsLeftAsItIs() {
        var access = new AccessWriter.Encrypted(CIPHER, EncryptType.AES_256, WaitingPage.NONE);

        assertThat(access.write("i-1", new AppInfo("https://app.example.com/\ud800", null, null, null, null))
                        .path("frontEndUrl")
                        .asString())
                .isEqualTo("https://app.example.com/\ud800");
    }

    private static Optional<String> adminUrl(String url) {
        var access = new AccessWriter.Encrypted(CIPHER, EncryptType.AES_256, WaitingPage.NONE);
        return access.write("i-1", new AppInfo("https://app.example.com/", url, null, null, null))
                .optional("adminUrl")
                .map(JsonNode::asString);
    }
}

package io.koobridge.gateway.dialect.license;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.response.BodySign;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.license.code.LicenseCodes;
import io.koobridge.gateway.dialect.license.v1.LicenseV1;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import reactor.core.scheduler.Schedulers;

/** Every vector of license §2.2 and §7, and what must not be taken for one. */
@Tag("promise:only-the-signed")
class LicenseVectorsTest {

    private static final AccessKey KEY = new AccessKey("demo", "demo-access-key-0001", null);
    private static final AccessKey V1_KEY = new AccessKey("demo-v1", "demo-v1-key-0001", null);
    private static final Instant NOW = Instant.ofEpochMilli(1_767_225_600_000L);

    private static final String V1_PARAMETERS =
            "activity=getLicense&amount=3&businessId=biz-0001&customerId=688055390f3049f283fe9f1aa90f0001"
                    + "&orderId=CS2601010009LICV1&productId=OFFI700000000000000003&timeStamp=20260101000000000";
    private static final String V1_TOKEN = "aherhMpLIqK8Kqe8Cmo8DjQR0vSRUmAdjwTjDF6KNh0=";

    /** One of the table. */
    record Vector(String activity, String nonce, String signature, String body) {

        @Override
        public String toString() {
            return activity;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        "newInstance",
                        "N0nceLic0001aaaa",
                        "f1f20c0cf644e6e08a4793a570b279aef7dfb8c517f2c2bc3bf9c9beaaacc6b3",
                        """
                        {"activity":"newInstance","businessId":"3f0a8c52-7d1e-4b8a-9a55-0c2f6e9d1b10","orderId":"CS2601010001LICNS","orderLineId":"CS2601010001LICNS-000001","testFlag":"0"}"""),
                new Vector(
                        "refreshInstance",
                        "N0nceLic0002bbbb",
                        "838aa524c50d8207e12745b2c24039dba5d6f0bdfd80a3e44cd4ffc3946a2acc",
                        """
                        {"activity":"refreshInstance","expireTime":"20280101155959","instanceId":"3f0a8c52-7d1e-4b8a-9a55-0c2f6e9d1b10","orderId":"CS2612010002RENEW","orderLineId":"CS2612010002RENEW-000001","productId":"OFFI700000000000000001","scene":"RENEWAL","testFlag":"0"}"""),
                new Vector(
                        "updateInstanceStatus",
                        "N0nceLic0003cccc",
                        "8a1d35014a6b89486d3603d65597620b25301cf923dc7580dde3d53aed631f5f",
                        """
                        {"activity":"updateInstanceStatus","instanceId":"3f0a8c52-7d1e-4b8a-9a55-0c2f6e9d1b10","status":"FREEZE","testFlag":"0"}"""),
                new Vector(
                        "releaseInstance",
                        "N0nceLic0004dddd",
                        "cee16322f568232a4fe0d967d8c4717ce7b1d8ce626f7291420569ede11dd9b0",
                        """
                        {"activity":"releaseInstance","instanceId":"3f0a8c52-7d1e-4b8a-9a55-0c2f6e9d1b10","orderId":"CS2612150003UNSUB","orderLineId":"CS2612150003UNSUB-000001","testFlag":"0"}"""),
                new Vector(
                        "getLicenseAsync",
                        "N0nceLic0005eeee",
                        "e346385ff72c16ffadc69e53cf227b0e3084a265f89e59de14bbbf8b53b0d132",
                        """
                        {"activity":"getLicenseAsync","eventId":"b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c","instanceId":"3f0a8c52-7d1e-4b8a-9a55-0c2f6e9d1b10","effectiveTime":"2026-01-05 00:00:00 z","expireTime":"2027-01-05 00:00:00 z","deviceFingerprint":"0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001","testFlag":"0"}"""),
                new Vector(
                        "refreshLicenseCode",
                        "N0nceLic0006ffff",
                        "a0e9669f0b68ec774275a259747647058f4629d169ae154b2b1e7082a8ea2abe",
                        """
                        {"activity":"refreshLicenseCode","expireTime":"20270601000000","license":"PLDEMO0000000001","orderId":"CS2605200004RENEW","orderLineId":"CS2605200004RENEW-000001","productId":"OFFI700000000000000002","scene":"RENEWAL","testFlag":"0"}"""),
                new Vector(
                        "updateLicenseCodeStatus",
                        "N0nceLic0007gggg",
                        "1d64d77976852c19d609aa6120de5684c404bf34c78192b6637cf63e1cb86902",
                        """
                        {"activity":"updateLicenseCodeStatus","license":"PLDEMO0000000001","status":"FREEZE","testFlag":"0"}"""),
                new Vector(
                        "releaseLicenseCode",
                        "N0nceLic0008hhhh",
                        "3218c457eecae4676918b088cf2f515c60f524ff3088dd44974a0571f51bfccc",
                        """
                        {"activity":"releaseLicenseCode","license":"PLDEMO0000000001","orderId":"CS2606010005UNSUB","orderLineId":"CS2606010005UNSUB-000001","testFlag":"0"}"""));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsGenuineInEitherCase(Vector vector) {
        assertThat(translated(vector, vector.signature()).activity().label()).isEqualTo(vector.activity());
        assertThat(translated(vector, vector.signature().toUpperCase(Locale.ROOT)))
                .isInstanceOf(Understood.class);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whateverIsChangedIsNotGenuine(Vector vector) {
        var wrong = vector.signature().replace('0', '1');
        var changed = new Vector(
                vector.activity(),
                vector.nonce(),
                "",
                vector.body().replace("\"testFlag\":\"0\"", "\"testFlag\":\"1\""));
        var otherNonce = new Vector(vector.activity(), vector.nonce() + "x", "", vector.body());

        for (var authenticity : new Authenticity[] {
            verify(vector, wrong, NOW, KEY),
            verify(changed, vector.signature(), NOW, KEY),
            verify(otherNonce, vector.signature(), NOW, KEY),
            verify(vector, vector.signature(), NOW, V1_KEY)
        }) {
            assertThat(authenticity).isEqualTo(new Authenticity.Refused(Rejection.SIGNATURE_MISMATCH));
        }
    }

    @Tag("promise:clock-window")
    @ParameterizedTest
    @MethodSource("vectors")
    void aMinuteLaterAVectorIsOld(Vector vector) {
        assertThat(verify(vector, vector.signature(), NOW.plusSeconds(60), KEY))
                .isInstanceOf(Authenticity.Authentic.class);
        assertThat(verify(vector, vector.signature(), NOW.plusSeconds(61), KEY))
                .isEqualTo(new Authenticity.Refused(Rejection.CLOCK_BEHIND));
    }

    /** license §2.2: the digest of the body alone, which the signature is made over. */
    @Test
    void theInnerDigestIsTheOneOfTheTable() throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.secret().getBytes(UTF_8), "HmacSHA256"));
        var body = vectors().findFirst().orElseThrow().body();

        assertThat(HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8))))
                .isEqualTo("b14da0e2245012c95148271c138bae396ad4f252b5f42eeacb253c66741ffef6");
    }

    @Test
    void theVectorOfV1IsGenuine() {
        var opening = openV1(v1Query(V1_PARAMETERS, V1_TOKEN), V1_KEY);

        assertThat(opening).isInstanceOf(Opening.Credible.class);
        assertThat(((Authenticity.Authentic) ((Opening.Credible) opening).call().verify(new byte[0], NOW))
                        .call()
                        .translate())
                .isInstanceOf(Understood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount=4", "orderId=CS2601010009LICV2", "activity=releaseLicense"})
    void aVectorOfV1ThatWasChangedIsNot(String changed) {
        var name = changed.substring(0, changed.indexOf('='));
        var parameters = V1_PARAMETERS.replaceAll(name + "=[^&]*", changed);

        assertThat(openV1(v1Query(parameters, V1_TOKEN), V1_KEY))
                .isEqualTo(new Opening.Refused(Rejection.AUTH_TOKEN_MISMATCH));
        assertThat(openV1(v1Query(V1_PARAMETERS, V1_TOKEN), KEY))
                .isEqualTo(new Opening.Refused(Rejection.AUTH_TOKEN_MISMATCH));
        assertThat(openV1(V1_PARAMETERS, V1_KEY)).isEqualTo(new Opening.Refused(Rejection.AUTH_TOKEN_MISSING));
    }

    @Test
    void anAnswerOfV1IsSignedAsTheVectorIs() {
        var body = """
                {"resultCode":"000000","resultMsg":"success.","license":"LIC-DEMO-1","instanceId":"biz-0001"}""";

        assertThat(BodySign.value(V1_KEY, body.getBytes(US_ASCII)))
                .endsWith("\"JN6IWiTKA6KJLwzU4UWZJU3I5jOdIXe/xcmSXjgaDvo=\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "post", "HEAD"})
    void eachDialectSpeaksByItsMethodAlone(String method) {
        var head = head(AddressKind.LICENSE, method, "", KEY);

        assertThat(OnlineLicense.dialect().speaks(head)).isEqualTo(method.equals("POST"));
        assertThat(LicenseCodes.dialect().speaks(head)).isEqualTo(method.equals("POST"));
        assertThat(LicenseV1.dialect().speaks(head)).isEqualTo(method.equals("GET"));
    }

    private static String v1Query(String parameters, String token) {
        return parameters + "&" + AuthToken.NAME + "=" + URLEncoder.encode(token, UTF_8);
    }

    private static Translation translated(Vector vector, String signature) {
        return ((Authenticity.Authentic) verify(vector, signature, NOW, KEY))
                .call()
                .translate();
    }

    private static Authenticity verify(Vector vector, String signature, Instant now, AccessKey key) {
        boolean ofCode = vector.activity().contains("Code");
        var dialect = ofCode ? LicenseCodes.dialect() : OnlineLicense.dialect();
        var kind = ofCode ? AddressKind.LICENSE_CODE : AddressKind.LICENSE;
        var query = "signature=%s&timestamp=%d&nonce=%s".formatted(signature, NOW.toEpochMilli(), vector.nonce());
        return switch (dialect.open(head(kind, "POST", query, key), now)) {
            case Opening.Refused(var rejection) -> new Authenticity.Refused(rejection);
            case Opening.Credible(var call) -> call.verify(vector.body().getBytes(UTF_8), now);
        };
    }

    private static Opening openV1(String query, AccessKey key) {
        return LicenseV1.dialect().open(head(AddressKind.LICENSE, "GET", query, key), NOW);
    }

    private static CallHead head(AddressKind kind, String method, String query, AccessKey key) {
        var ring = KeyRing.of(key);
        var keys = kind == AddressKind.LICENSE_CODE
                ? AddressKeys.only(KeyType.LICENSE_CODE, ring)
                : new AddressKeys(ring, ring, Optional.empty());
        var address = new ProductionAddress(
                "/koogallery/license", kind, new AddressCodes(Edition.CN, "000005"), keys, UsualTerms.USUAL);
        return new CallHead(address, method, query, new HttpHeaders(), NOW, Schedulers.immediate());
    }
}

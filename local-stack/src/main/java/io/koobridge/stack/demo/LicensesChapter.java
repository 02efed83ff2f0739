package io.koobridge.stack.demo;

import io.koobridge.stack.demo.Applications.Licence;
import io.koobridge.verifier.LicenseVerifier.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An online License: its buyer applies, the licence comes by upload, and his device checks it without a network (license §3). */
final class LicensesChapter implements Chapter {

    private static final String PRODUCT = "OFFI900000000000000021";
    private static final Duration TEN_YEARS = Duration.ofDays(3_653);

    @Override
    public String name() {
        return "licenses";
    }

    @Override
    public String title() {
        return "An online License: applied for, uploaded, checked offline; as many as were bought, for as long as it is paid";
    }

    @Override
    public void play(Stage stage) {
        stage.lawfully(() -> {
            try (var store = LicenseStore.of(stage.place())) {
                var asking = stage.asking(stage.agreement().ledger(), store);
                live(asking, store);
                FailedUploads.play(asking, store);
            }
        });
    }

    private static void live(Stage stage, LicenseStore store) {
        stage.sheet().note("Two licences are bought, each for one device");
        var purchase = Purchase.ready(
                stage,
                "{\"kind\":\"LICENSE\",\"productId\":\"%s\",\"linearValue\":2,\"deviceBound\":true}"
                        .formatted(PRODUCT));
        var applications = new Applications(stage, purchase);
        stage.sheet().note("What is missing, or is not paid, is refused before anything is stored");
        applications.refused("{\"fingerprintSent\":false}", "000903");
        applications.refused("{\"expireTimeSent\":false}", "000902");
        applications.refused("{\"expireTime\":\"2099-01-01 00:00:00 z\"}", "000901");
        stage.sheet().note("The buyer applies, and his device checks what the marketplace hands over");
        var first = applications.delivered("{\"effectiveTime\":\"%s\"}".formatted(Applications.written(Instant.now())));
        check(stage, first);
        stage.sheet().note("The marketplace asks for the same again");
        applications.again(first);
        stage.sheet().note("A second device, and a third one for which nothing is left");
        applications.delivered("{}");
        applications.refused("{}", "000900");
        stage.sheet().note("While it is frozen there are none; a renewal has licences of its own");
        purchase.step("freeze", "{}");
        applications.refused("{}", "000901");
        purchase.step("unfreeze", "{}");
        purchase.step("refresh", "{\"scene\":\"RENEWAL\"}");
        applications.delivered("{}");
        applications.delivered("{}");
        applications.refused("{}", "000900");
        applications.are(store, List.of("DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED"));
        stage.sheet().note("It is unsubscribed: all its licences are taken back");
        purchase.step("release", "{\"unsubscribed\":true}");
        applications.refused("{}", "000003");
        applications.are(store, List.of("REVOKED", "REVOKED", "REVOKED", "REVOKED"));
    }

    /** On any other machine the files say the same: the clock there is a real one, and so the licence counts from now. */
    private static void check(Stage stage, Licence licence) {
        var check = OfflineCheck.of(stage, "license", licence.text());
        String fingerprint = licence.fingerprint();
        check.accepts("--product", PRODUCT, "--fingerprint", fingerprint);
        check.refusesWhenOneByteIsChanged("--product", PRODUCT, "--fingerprint", fingerprint);
        check.refuses("another device", Reason.WRONG_DEVICE, "--product", PRODUCT, "--fingerprint", "another-device");
        check.refuses(
                "ten years later",
                Reason.EXPIRED,
                "--product",
                PRODUCT,
                "--fingerprint",
                fingerprint,
                "--at",
                licence.validFrom().plus(TEN_YEARS).toString());
    }
}

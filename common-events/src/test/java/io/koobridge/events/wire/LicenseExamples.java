package io.koobridge.events.wire;

import static io.koobridge.events.wire.Example.BARE;
import static io.koobridge.events.wire.Example.FULL;
import static io.koobridge.events.wire.Example.ID;
import static io.koobridge.events.wire.Example.ORDER;
import static io.koobridge.events.wire.Example.SIGNED;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.LicenseIds;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.events.license.LicenseSnapshot;
import java.time.Instant;
import java.util.List;

/** What stands on the topics of licences and of authorization codes. */
final class LicenseExamples {

    private static final String EVENT = "b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c";
    private static final String FINGERPRINT = "0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001";
    private static final String CODE = "PLDEMO0000000001";
    private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-05T00:00:00Z");
    private static final LicenseApplied BOUND = new LicenseApplied(ID, EVENT, FINGERPRINT, FROM, UNTIL);
    private static final LicenseApplied FREE = new LicenseApplied(ID, EVENT, null, FROM, null);

    private LicenseExamples() {}

    static List<Example<?>> all() {
        return List.of(
                applied(FULL, BOUND),
                applied(BARE, FREE),
                state(
                        FULL,
                        new LicenseSnapshot(
                                LicenseIds.ofApplication(ID, EVENT, FINGERPRINT),
                                ID,
                                EVENT,
                                LicensePhase.REFUSED,
                                ORDER,
                                1,
                                FROM,
                                UNTIL,
                                SIGNED,
                                "91381033: licence resource not usable",
                                4)),
                state(
                        BARE,
                        new LicenseSnapshot(
                                LicenseIds.ofPurchase(ID),
                                ID,
                                null,
                                LicensePhase.ISSUING,
                                ORDER,
                                5,
                                FROM,
                                null,
                                null,
                                null,
                                1)),
                code(FULL, new CodeTermChanged(TermChange.RENEWAL, ORDER, "OFFI700000000000000002", UNTIL)),
                code(BARE, new CodeTermChanged(TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, ORDER, null, UNTIL)),
                code(FULL, new CodeFrozen()),
                code(FULL, new CodeUnfrozen()),
                code(FULL, new CodeReleased(ORDER)),
                code(BARE, new CodeReleased(null)));
    }

    private static Example<LicenseFact> applied(String variant, LicenseApplied fact) {
        return new Example<>(
                EventFamily.LICENSE_FACTS,
                variant,
                new Event<>(
                        FactIds.ofCall("license", "base-1", "N0nceLic0005eeee", "1767225600000"),
                        LicenseIds.ofApplication(fact.instanceId(), fact.eventId(), fact.fingerprint()),
                        "/koogallery/license",
                        SIGNED,
                        SIGNED.plusMillis(31),
                        null,
                        fact));
    }

    private static Example<LicenseSnapshot> state(String variant, LicenseSnapshot state) {
        var id = state.licenseId();
        return new Example<>(
                EventFamily.LICENSE_STATES,
                variant,
                new Event<>(id + '@' + state.version(), id, "/license-service", SIGNED, SIGNED, null, state));
    }

    private static Example<CodeFact> code(String variant, CodeFact fact) {
        return new Example<>(
                EventFamily.LICENSE_CODE_FACTS,
                variant,
                new Event<>(
                        FactIds.ofCall("license-code", "code-1", "N0nceLic0006ffff", "1767225600000"),
                        CODE,
                        "/koogallery/license-code",
                        SIGNED,
                        SIGNED.plusMillis(31),
                        null,
                        fact));
    }
}

package io.koobridge.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.KeyUses.Use;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KeyUsesTest {

    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant SOON = START.plus(Duration.ofDays(13));
    private static final AccessKey OLD = new AccessKey("old", "an-old-secret-made-up", SOON);
    private static final AccessKey NEW = new AccessKey("new", "a-new-secret-made-up", null);
    private static final AccessKey KIT = new AccessKey("kit", "a-kit-secret-made-up", null);
    private static final KeyRing BASE = KeyRing.of(OLD, NEW);

    private final MutableClock clock = MutableClock.at(START);
    private final ProductionAddress one = address("/one", new AddressKeys(BASE, BASE, Optional.of(KeyRing.of(KIT))));
    private final ProductionAddress other =
            address("/other", new AddressKeys(KeyRing.of(NEW), KeyRing.of(OLD), Optional.empty()));
    private final KeyUses uses = new KeyUses(List.of(one, other), clock);

    @Test
    void everyKeyThatSomethingVerifiesWithIsThereFromTheBeginning() {
        assertThat(uses.report())
                .isEqualTo(new KeyUses.Report(
                        START,
                        List.of(
                                new Use("/one", "base", "old", SOON, 0, null),
                                new Use("/one", "base", "new", null, 0, null),
                                new Use("/one", "kit", "kit", null, 0, null),
                                new Use("/other", "base", "new", null, 0, null),
                                new Use("/other", "v1", "old", SOON, 0, null))));
    }

    @Test
    void anAddressThatTellsOfOrdersHasGeneralKeys() {
        var orders = new ProductionAddress(
                "/orders",
                AddressKind.ORDERS,
                one.codes(),
                AddressKeys.only(KeyType.GENERAL, KeyRing.of(KIT)),
                UsualTerms.USUAL);

        assertThat(new KeyUses(List.of(orders), clock).report().keys())
                .containsExactly(new Use("/orders", "general", "kit", null, 0, null));
    }

    @Test
    void usesCountForTheAddressThatWasCalled() {
        uses.verified(one, NEW);
        clock.set(START.plusSeconds(5));
        uses.verified(one, NEW);

        assertThat(uses.report().keys())
                .contains(new Use("/one", "base", "new", null, 2, START.plusSeconds(5)))
                .contains(new Use("/other", "base", "new", null, 0, null));
    }

    @Test
    void aKeyThatEndsSoonAndIsAloneInUseIsToldOnceADay(CapturedOutput output) {
        uses.verified(one, OLD);
        clock.set(START.plus(DAY).minusMillis(1));
        uses.verified(one, OLD);
        assertThat(output.getAll().split("only one in use", -1)).hasSize(2);

        clock.set(START.plus(DAY));
        uses.verified(one, OLD);
        uses.verified(one, OLD);

        assertThat(output.getAll().split("only one in use", -1)).hasSize(3);
        assertThat(output.getAll()).contains("old").doesNotContain("an-old-secret-made-up");
    }

    @Test
    void aKeyThatEndsSoonIsNoNewsWhenItsSuccessorIsInUse(CapturedOutput output) {
        uses.verified(one, NEW);
        uses.verified(one, OLD);

        assertThat(output.getAll()).doesNotContain("only one in use");
    }

    @Test
    void oneTrialOfTheSuccessorIsNoChangeOver(CapturedOutput output) {
        uses.verified(one, NEW);
        clock.set(START.plus(DAY).minusMillis(1));
        uses.verified(one, OLD);
        assertThat(output.getAll()).doesNotContain("only one in use");

        clock.set(START.plus(DAY));
        uses.verified(one, OLD);

        assertThat(output.getAll()).contains("only one in use");
    }

    @Test
    void theSameKeyAtAnotherAddressIsAnotherMatter(CapturedOutput output) {
        uses.verified(other, NEW);
        uses.verified(one, OLD);

        assertThat(output.getAll()).contains("only one in use");
    }

    @Test
    void aListWhoseKeysHaveAllEndedIsToldAtTheStart(CapturedOutput output) {
        var ended = KeyRing.of(OLD);
        var third = address("/third", new AddressKeys(ended, ended, Optional.of(ended)));

        var late = new KeyUses(List.of(one, other, third), MutableClock.at(SOON.plusSeconds(1)));

        assertThat(late.report().keys()).hasSize(7);
        assertThat(output.getAll().split("All keys of a list have ended", -1)).hasSize(4);
    }

    private static ProductionAddress address(String path, AddressKeys keys) {
        return new ProductionAddress(
                path, AddressKind.SAAS, new AddressCodes(Edition.CN, "000005"), keys, UsualTerms.USUAL);
    }
}

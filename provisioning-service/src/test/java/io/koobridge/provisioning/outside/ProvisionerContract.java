package io.koobridge.provisioning.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.provisioning.domain.Wish.Change;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every provisioner promises (design §6); each adapter passes it in its own test class. */
@Timeout(60)
abstract class ProvisionerContract {

    /** A provisioner whose product does its work. */
    abstract Provisioner provisioner();

    @Test
    void aNewInstanceBecomesReadyWithAnAddressForTheBuyer() {
        var info = ready(wish(1, Change.CREATE, WantedState.ACTIVE));

        assertThat(URI.create(Objects.requireNonNull(info).frontEndUrl()))
                .hasNoUserInfo()
                .matches(URI::isAbsolute, "absolute");
    }

    @Test
    void theSameWishAgainGetsTheSameAnswer() {
        var wish = wish(1, Change.CREATE, WantedState.ACTIVE);

        assertThat(ready(wish)).isEqualTo(ready(wish));
    }

    @Test
    void anInstanceGoesThroughItsLife() {
        ready(wish(1, Change.CREATE, WantedState.ACTIVE));
        ready(wish(2, Change.FREEZE, WantedState.FROZEN));
        ready(wish(3, Change.UNFREEZE, WantedState.ACTIVE));
        ready(wish(4, Change.UPDATE, WantedState.ACTIVE));
        ready(wish(5, Change.RELEASE, WantedState.RELEASED));
        ready(wish(5, Change.RELEASE, WantedState.RELEASED));
    }

    @Test
    void theHintDecidesNothing() {
        assertThat(ready(wish(1, Change.UPDATE, WantedState.ACTIVE))).isNotNull();
        ready(wish(2, Change.UPDATE, WantedState.RELEASED));
    }

    @Test
    void aCallThatArrivesLateIsAnsweredAndDoesNoHarm() {
        ready(wish(2, Change.CREATE, WantedState.ACTIVE));
        ready(wish(4, Change.RELEASE, WantedState.RELEASED));

        assertThat(answer(wish(3, Change.FREEZE, WantedState.FROZEN))).isNotNull();

        ready(wish(4, Change.RELEASE, WantedState.RELEASED));
    }

    @Test
    void whatWasNeverMadeCanBeReleased() {
        ready(new Wish(
                "kb-never", 1, Change.RELEASE, WantedState.RELEASED, Instances.ORDER, null, null, AccessForm.PLAIN));
    }

    @Test
    void idsMayHoldAnything() {
        var odd = new OrderKey("CS 1/实例?&#%", null, null);

        ready(new Wish("kb-odd", 1, Change.CREATE, WantedState.ACTIVE, odd, Instances.BOUGHT, null, AccessForm.PLAIN));
    }

    @Test
    void anAnswerComesWithinTwentySeconds() {
        var begin = System.nanoTime();

        answer(wish(1, Change.CREATE, WantedState.ACTIVE));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    private Answer answer(Wish wish) {
        return provisioner().apply(wish);
    }

    private @Nullable AppInfo ready(Wish wish) {
        var answer = answer(wish);
        assertThat(answer).isInstanceOf(Answer.Ready.class);
        return ((Answer.Ready) answer).appInfo();
    }

    private static Wish wish(long generation, Change change, WantedState wanted) {
        return new Wish(
                Instances.ID,
                generation,
                change,
                wanted,
                Instances.ORDER,
                Instances.BOUGHT,
                Instances.BOUGHT.expiresAt(),
                AccessForm.PLAIN);
    }
}

package io.koobridge.gateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.runtime.outside.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class LookoutTest {

    private static final int PLACES = 16;

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"ACTIVE", "FROZEN"})
    void whoHasAnAddressIsSentThere(Phase phase) {
        assertThat(seen(phase, "https://app.example.com/t/1?x=1#top"))
                .isEqualTo(new Sight.Forward(URI.create("https://app.example.com/t/1?x=1#top")));
    }

    @ParameterizedTest
    @CsvSource({"PROVISIONING, PREPARING", "FAILED, FAILED", "RELEASED, ENDED"})
    void whatThereIsNoAddressForHasAPage(Phase phase, Sight.Page page) {
        assertThat(seen(phase, null)).isEqualTo(page);
    }

    @Test
    void anAddressIsSentAsAsciiWhateverItsSpelling() {
        assertThat(seen(Phase.ACTIVE, "HTTP://app.example.com/租户"))
                .isEqualTo(new Sight.Forward(URI.create("HTTP://app.example.com/%E7%A7%9F%E6%88%B7")));
    }

    /** Percent signs are no host name; a browser would find nobody. */
    @Test
    void aChineseHostIsSentAsBrowsersAskForIt() {
        assertThat(seen(Phase.ACTIVE, "https://例子.com:8443/租户"))
                .isEqualTo(new Sight.Forward(URI.create("https://xn--fsqu00a.com:8443/%E7%A7%9F%E6%88%B7")));
    }

    /** V1 takes at most 512 characters, browsers take more: who cannot be told the address is forwarded to it. */
    @Test
    void anAddressThatIsTooLongForV1IsOneToSendBuyersTo() {
        var url = "https://app.example.com/" + "租".repeat(400);

        assertThat(seen(Phase.ACTIVE, url))
                .isEqualTo(new Sight.Forward(URI.create("https://app.example.com/" + "%E7%A7%9F".repeat(400))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//elsewhere.example.com",
                "/elsewhere",
                "https:",
                "https://",
                "https:///nowhere",
                "https://app.example.com/\r\nSet-Cookie: x",
                "ftp://app.example.com/",
                "https://例..子.com/",
                "https://straße.de/",
                "https://例\ud800.com/",
                "",
            })
    void nobodyIsSentToWhatIsNoWebAddress(String stored) {
        assertThat(seen(Phase.ACTIVE, stored)).isEqualTo(Sight.Page.NO_ADDRESS);
    }

    @Test
    void whatIsReadyWithoutAccessDataHasNotFailed() {
        assertThat(seen(Phase.ACTIVE, null)).isEqualTo(Sight.Page.NO_ADDRESS);
    }

    @Test
    void anInstanceWhosePurchaseIsOnItsWayIsBeingPrepared() {
        var derived = InstanceIds.derive("seller", InstanceKind.SAAS, new OrderKey("CS1", null, null));
        Views nobody = _ -> Mono.just(new Answer.Answered<>(new InstanceViews(List.of())));

        assertThat(new Lookout(nobody).at(derived).block()).isEqualTo(Sight.Page.PREPARING);
        assertThat(new Lookout(nobody).at("imported").block()).isEqualTo(Sight.Page.UNKNOWN);
    }

    @Test
    void withoutProvisioningNobodyKnows() {
        assertThat(new Lookout(_ -> Mono.just(new Answer.NotSent<>("away")))
                        .at("kb-1")
                        .block())
                .isEqualTo(Sight.Page.AWAY);
        assertThat(new Lookout(_ -> Mono.just(new Answer.Uncertain<>("late")))
                        .at("kb-1")
                        .block())
                .isEqualTo(Sight.Page.AWAY);
    }

    @Test
    void moreThanAFewAreNotAskedForAtOnceAndAPlaceThatIsLeftIsFree() {
        var asked = new AtomicInteger();
        var lookout = new Lookout(_ -> {
            asked.incrementAndGet();
            return Mono.never();
        });
        var waiting = new ArrayList<Disposable>();
        IntStream.range(0, PLACES).forEach(_ -> waiting.add(lookout.at("kb-1").subscribe()));

        assertThat(lookout.at("kb-1").block()).isEqualTo(Sight.Page.BUSY);
        assertThat(asked).hasValue(PLACES);

        // A browser that hangs up.
        waiting.getFirst().dispose();
        waiting.add(lookout.at("kb-1").subscribe());

        assertThat(asked).hasValue(PLACES + 1);
        assertThat(lookout.at("kb-1").block()).isEqualTo(Sight.Page.BUSY);
    }

    private static Sight seen(Phase phase, @Nullable String frontEnd) {
        var appInfo = frontEnd == null ? null : new AppInfo(frontEnd, null, null, null, null);
        var view = new View("kb-1", phase, appInfo, null, null);
        var lookout = new Lookout(_ -> Mono.just(new Answer.Answered<>(new InstanceViews(List.of(view)))));
        return Objects.requireNonNull(lookout.at("kb-1").block());
    }
}

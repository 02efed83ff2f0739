package io.koobridge.gateway.waiting;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.gateway.url.AsciiUrl;
import io.koobridge.runtime.outside.Answer;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Looks how far an instance is. Never more than a few at once: browsers refresh by the thousand, and callbacks come first. */
public final class Lookout {

    /** At the few milliseconds that an answer takes, some thousand a second. */
    private static final int AT_ONCE = 16;

    private static final Logger log = LoggerFactory.getLogger(Lookout.class);

    /** Whatever a browser follows; it begins the stored address, or the buyer is not sent there. */
    private static final Pattern WEB = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE);

    private final Views views;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public Lookout(Views views) {
        this.views = views;
    }

    Mono<Sight> at(String instanceId) {
        return Mono.defer(() -> places.tryAcquire()
                ? views.of(instanceId).map(answer -> sight(instanceId, answer)).doFinally(_ -> places.release())
                : Mono.just(Sight.Page.BUSY));
    }

    private static Sight sight(String id, Answer<InstanceViews> answer) {
        return switch (answer) {
            case Answer.Answered<InstanceViews>(var views) ->
                views.instances().stream()
                        .filter(view -> view.instanceId().equals(id))
                        .findFirst()
                        .map(Lookout::sight)
                        // Its purchase may be on the way to the ledger (design §4).
                        .orElse(InstanceIds.isDerived(id) ? Sight.Page.PREPARING : Sight.Page.UNKNOWN);
            case Answer.NotSent<InstanceViews> _, Answer.Uncertain<InstanceViews> _ -> Sight.Page.AWAY;
        };
    }

    private static Sight sight(View view) {
        return switch (view.phase()) {
            case PROVISIONING -> Sight.Page.PREPARING;
            case ACTIVE, FROZEN -> forward(view.instanceId(), view.appInfo());
            case FAILED -> Sight.Page.FAILED;
            case RELEASED -> Sight.Page.ENDED;
        };
    }

    /** Nowhere but where the ledger says: nothing of the request has a part in it. */
    private static Sight forward(String id, @Nullable AppInfo appInfo) {
        var frontEnd = Optional.ofNullable(appInfo)
                .map(AppInfo::frontEndUrl)
                .filter(url -> WEB.matcher(url).matches())
                .flatMap(Lookout::parsed);
        if (frontEnd.isEmpty()) {
            log.atWarn()
                    .addKeyValue("instanceId", id)
                    .log("An instance is ready and has no http address that its buyer could be sent to");
            return Sight.Page.NO_ADDRESS;
        }
        return new Sight.Forward(frontEnd.get());
    }

    private static Optional<URI> parsed(String url) {
        try {
            return AsciiUrl.of(url).map(URI::create).filter(uri -> uri.getRawAuthority() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

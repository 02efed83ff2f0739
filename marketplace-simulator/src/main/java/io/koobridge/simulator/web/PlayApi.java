package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Channel;
import io.koobridge.simulator.fault.Catalogue;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Fits;
import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.playing.DebugReplays;
import io.koobridge.simulator.playing.FaultPlay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Single faults and saved debug cases over HTTP. */
public final class PlayApi {
    private final FaultPlay play;
    private final DebugReplays replays;
    private final Elsewhere elsewhere;

    public PlayApi(FaultPlay play, DebugReplays replays, Elsewhere elsewhere) {
        this.play = play;
        this.replays = replays;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/faults:play", this::play)
                .GET("/simulator/faults", request -> ServerResponse.ok()
                        .bodyValue(
                                new Kinds(Catalogue.all().stream().map(Kind::of).toList())))
                .POST("/simulator/debug-replays", this::replay)
                .GET("/simulator/debug-replays", request -> ServerResponse.ok().bodyValue(replays.state()))
                .PUT("/simulator/debug-replays/schedule", this::schedule)
                .build();
    }

    record Kinds(List<Kind> faults) {}

    /** @param members with the values they have when nothing is said; {@code kind} is among them */
    record Kind(String kind, Fault members, String expected, List<Edition> editions) {
        static Kind of(Fault fault) {
            return new Kind(fault.name(), fault, fault.expected().written(), Fits.editions(fault));
        }
    }

    record PlayedView(
            String kind, String activity, String expected, String got, boolean asExpected, List<AttemptView> calls) {
        static PlayedView of(FaultPlay.Played played) {
            return new PlayedView(
                    played.kind(),
                    played.activity(),
                    played.expected(),
                    played.got(),
                    played.asExpected(),
                    played.calls().stream().map(AttemptView::of).toList());
        }
    }

    private Mono<ServerResponse> play(ServerRequest request) {
        return request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap(body -> {
            ObjectNode object = Wishes.object(body);
            String target = text(object, "target");
            // UNKNOWN_ACTIVITY has a member of that name itself.
            String activity =
                    "UNKNOWN_ACTIVITY".equals(object.path("kind").asString("")) ? null : text(object, "activity");
            Edition edition = oneOf(object, "edition", Edition.class);
            Channel channel = oneOf(object, "channel", Channel.class);
            if ((edition != null || channel != null) && target != null) {
                throw new IllegalArgumentException("edition and channel are for debug calls: a purchase has its own");
            }
            if (edition != null && channel != null) {
                throw new IllegalArgumentException("a channel has its edition: leave edition out");
            }
            Fault fault = Wishes.as(object, Fault.class);
            if (channel != null) {
                return elsewhere.answer(() -> PlayedView.of(play.play(fault, activity, channel)));
            }
            return elsewhere.answer(() -> PlayedView.of(
                    target == null
                            ? play.play(
                                    fault,
                                    activity,
                                    edition == null ? Fits.editions(fault).getFirst() : edition)
                            : play.play(fault, activity, target)));
        });
    }

    private static <E extends Enum<E>> @Nullable E oneOf(ObjectNode object, String name, Class<E> type) {
        String text = text(object, name);
        return text == null ? null : Parameters.oneOf(name, text, type);
    }

    private static @Nullable String text(ObjectNode object, String name) {
        JsonNode value = object.remove(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " must be a string");
        }
        return value.stringValue();
    }

    private Mono<ServerResponse> replay(ServerRequest request) {
        String kind = request.queryParam("of").orElse(null);
        return kind == null
                ? elsewhere.answer(replays::replay)
                : elsewhere.answer(() -> replays.replay(Set.of(Parameters.oneOf("of", kind, Channel.class))));
    }

    record Schedule(@Nullable Boolean on) {}

    private Mono<ServerResponse> schedule(ServerRequest request) {
        return request.bodyToMono(Schedule.class)
                .filter(wanted -> wanted.on() != null)
                .switchIfEmpty(Mono.error(() -> new IllegalArgumentException("on is missing: true or false")))
                .flatMap(wanted -> ServerResponse.ok().bodyValue(replays.schedule(Boolean.TRUE.equals(wanted.on()))));
    }
}

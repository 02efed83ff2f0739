package io.koobridge.service.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.deadletter.DeadLetterDesk;
import io.koobridge.service.deadletter.DeadLetterId;
import io.koobridge.service.deadletter.DeadLetterMarks.State;
import io.koobridge.service.deadletter.Wanted;
import io.koobridge.service.web.DeadLetterAnswers.Done;
import io.koobridge.service.web.DeadLetterAnswers.List;
import io.koobridge.service.web.DeadLetterAnswers.Previewed;
import io.koobridge.service.web.DeadLetterAnswers.Shown;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /internal/dead-letters}: what was put aside, what it would do now, and what a person does with it. */
public final class DeadLetterRoutes {

    private static final String LETTERS = "/internal/dead-letters";
    private static final String REPLAYED_BEFORE = "This dead letter was replayed before.";
    private static final int USUALLY = 50;
    private static final int AT_MOST = 200;

    private final DeadLetterDesk desk;
    private final OperatorDeeds deeds;

    public DeadLetterRoutes(DeadLetterDesk desk, OperatorDeeds deeds) {
        this.desk = desk;
        this.deeds = deeds;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().GET(LETTERS, this::list)
                .GET(LETTERS + "/{id}", this::show)
                .POST(LETTERS + "/{id}:preview", this::preview)
                .POST(LETTERS + "/{id}:replay", this::replay)
                .POST(LETTERS + "/{id}:park", this::park)
                .filter(Trouble::told)
                .build());
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        var wanted = new Wanted(
                request.queryParam("reason").orElse(null),
                Asked.oneOf(request, "state", State.class).orElse(null));
        var after = request.queryParam("after").map(DeadLetterRoutes::id).orElse(null);
        return desk.list(wanted, Asked.limit(request, USUALLY, AT_MOST), after)
                .switchIfEmpty(Asked.unknown("The dead letter that after names is not there."))
                .flatMap(listing -> ServerResponse.ok().bodyValue(List.of(listing)));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return desk.open(id(request)).switchIfEmpty(nothing()).flatMap(opened -> ServerResponse.ok()
                .bodyValue(Shown.of(opened)));
    }

    private Mono<ServerResponse> preview(ServerRequest request) {
        return desk.preview(id(request)).switchIfEmpty(nothing()).flatMap(rehearsal -> ServerResponse.ok()
                .bodyValue(Previewed.of(rehearsal)));
    }

    private Mono<ServerResponse> replay(ServerRequest request) {
        var id = id(request);
        return Asked.deed(request)
                .flatMap(deed -> desk.replay(id, deed.reason(), repeated(deed), () -> note(id, State.REPLAYED, deed)))
                .switchIfEmpty(nothing())
                .flatMap(replayed -> switch (replayed) {
                    case NOW -> done(id, State.REPLAYED);
                    case TWICE ->
                        Mono.error(
                                Asked.conflict(
                                        "Somebody replayed this dead letter at the same moment. Yours was sent, too: twice in all."));
                    case BEFORE -> Mono.error(Asked.conflict(REPLAYED_BEFORE));
                });
    }

    private Mono<ServerResponse> park(ServerRequest request) {
        var id = id(request);
        return Asked.deed(request).flatMap(deed -> desk.park(id, deed.reason())
                .switchIfEmpty(nothing())
                .flatMap(parked -> {
                    if (!parked) {
                        return Mono.error(Asked.conflict(REPLAYED_BEFORE));
                    }
                    note(id, State.PARKED, deed);
                    return done(id, State.PARKED);
                }));
    }

    private void note(DeadLetterId id, State state, Asked.Deed deed) {
        deeds.done(id.topic(), state.label(), id.toString(), deed.reason());
    }

    private static Mono<ServerResponse> done(DeadLetterId id, State state) {
        return ServerResponse.ok().bodyValue(new Done(id.toString(), state.label()));
    }

    private static boolean repeated(Asked.Deed deed) {
        return Boolean.TRUE.equals(deed.again());
    }

    private static DeadLetterId id(ServerRequest request) {
        return id(request.pathVariable("id"));
    }

    private static DeadLetterId id(String text) {
        return DeadLetterId.parse(text)
                .orElseThrow(() -> Asked.bad("The id of a dead letter is <topic>:<partition>:<offset>."));
    }

    private static <T> Mono<T> nothing() {
        return Asked.unknown("There is no such dead letter.");
    }
}

package io.koobridge.gateway.moment;

import java.util.function.Function;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The event loop of the call at hand, in its chain's context: what is timed there wakes no other thread. */
public final class CallLoop {

    private static final Class<CallLoop> KEY = CallLoop.class;

    private CallLoop() {}

    /** For {@code contextWrite}. */
    public static Function<Context, Context> within(Scheduler loop) {
        return context -> context.put(KEY, loop);
    }

    public static Scheduler of(ContextView chain) {
        return chain.<Scheduler>getOrEmpty(KEY).orElseGet(Schedulers::parallel);
    }
}

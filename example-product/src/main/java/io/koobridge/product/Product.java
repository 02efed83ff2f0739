package io.koobridge.product;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the product does when it is called: the part that you write for yours. */
final class Product {

    /** So that there is something to refuse. */
    private static final long MOST_SEATS = 1_000;

    private final Tenants tenants;
    private final String address;
    private final Duration slow;
    private final @Nullable CallBack callBack;

    /** What is being worked on, by instance. Not stored: after a restart nobody works on it. */
    private final Map<String, Call> running = new HashMap<>();

    /** An answer to KooBridge: a status of HTTP, and members of JSON. */
    record Reply(int status, Map<String, @Nullable Object> members) {

        static Reply of(String status) {
            return new Reply(200, new LinkedHashMap<>(Map.of("status", status)));
        }

        Reply with(String name, Object value) {
            members.put(name, value);
            return this;
        }
    }

    /** @param address where buyers reach the product */
    Product(Tenants tenants, String address, Duration slow, @Nullable CallBack callBack) {
        this.tenants = tenants;
        this.address = address;
        this.slow = slow;
        this.callBack = callBack;
    }

    /** One call after the other: comparison, 409 and mark are one step. */
    synchronized Reply answer(Call call) {
        var before = tenants.find(call.instanceId());
        if (call.isCheck()) {
            return check(call, before);
        }
        long highest = tenants.highest(call.instanceId());
        if (call.generation() < highest) {
            var late = new LinkedHashMap<String, @Nullable Object>();
            late.put("detail", "generation %d was begun already".formatted(highest));
            return new Reply(409, late);
        }
        // The same call again gets the same answer; nothing is done twice.
        if (before != null && isDone(call, before)) {
            return ready(before);
        }
        if (mustBeRefused(call, before)) {
            tenants.begin(call.instanceId(), call.generation());
            return Reply.of("REFUSED").with("reason", "NO_RESOURCE").with("detail", tooMany());
        }
        return slow.isZero() ? done(call) : begun(call);
    }

    /** The number alone does not tell: after a restored ledger it may come again for something else. */
    private static boolean isDone(Call call, Tenant tenant) {
        return tenant.generation() == call.generation()
                && tenant.agreesWith(call)
                && (!productPossible(call) || tenant.hasProductOf(call));
    }

    /**
     * An upgrade that was refused stays wanted, so it comes again with each freeze, thaw and renewal. Those are never refused
     * for it: they are done, and the product that was accepted last counts on.
     */
    private static boolean mustBeRefused(Call call, @Nullable Tenant before) {
        return !productPossible(call) && (before == null || before.released() || before.agreesWith(call));
    }

    private static boolean productPossible(Call call) {
        var seats = call.numberOrNull("product", "quantity");
        return call.text("wanted").equals("RELEASED") || seats == null || seats <= MOST_SEATS;
    }

    private Reply check(Call call, @Nullable Tenant tenant) {
        var quantity = call.numberOrNull("target", "quantity");
        if (tenant == null || tenant.released()) {
            return impossible("There is no such tenant.");
        }
        if (quantity != null && quantity > MOST_SEATS) {
            return impossible(tooMany());
        }
        if (quantity != null && quantity < tenant.used()) {
            return impossible("%d seats are in use, so %d are too few.".formatted(tenant.used(), quantity));
        }
        return Reply.of("POSSIBLE");
    }

    private Reply done(Call call) {
        var tenant = tenants.put(call, productPossible(call));
        return tenant == null ? Reply.of("WORKING") : ready(tenant);
    }

    /** KooBridge may ask again meanwhile: the work is begun once for each wish, and once more after a restart. */
    private Reply begun(Call call) {
        tenants.begin(call.instanceId(), call.generation());
        if (!call.sameWish(running.put(call.instanceId(), call))) {
            Thread.startVirtualThread(() -> work(call));
        }
        // Who is called back need not ask soon; asking is for the call-back that gets lost.
        return Reply.of("WORKING")
                .with("retryAfterSeconds", callBack == null ? slow.toSeconds() : slow.toSeconds() + 60);
    }

    private void work(Call call) {
        try {
            Thread.sleep(slow);
            var tenant = finished(call);
            if (tenant != null && callBack != null) {
                callBack.send(call, ready(tenant).members());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Whoever asks again begins it anew; the fence stays where it is.
            System.err.println("generation %d was not done: %s".formatted(call.generation(), e));
        }
    }

    /** Null when something else is wanted by now. */
    private synchronized @Nullable Tenant finished(Call call) {
        if (!call.sameWish(running.get(call.instanceId()))) {
            return null;
        }
        running.remove(call.instanceId());
        return tenants.put(call, productPossible(call));
    }

    private Reply ready(Tenant tenant) {
        var reply = Reply.of("READY");
        return tenant.released()
                ? reply
                : reply.with(
                        "appInfo",
                        Map.of(
                                "frontEndUrl",
                                address + "/t/" + ExampleProduct.encoded(tenant.id()),
                                "userName",
                                "admin"));
    }

    private static Reply impossible(String detail) {
        return Reply.of("IMPOSSIBLE").with("detail", detail);
    }

    private static String tooMany() {
        return "There are at most %d seats.".formatted(MOST_SEATS);
    }
}

package io.koobridge.simulator.screen;

import io.koobridge.simulator.applying.ApplyWish;
import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Fits;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Generation;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import io.koobridge.simulator.openapi.ApiFault;
import io.koobridge.simulator.openapi.ApiName;
import io.koobridge.simulator.playing.Chaos;
import io.koobridge.simulator.playing.FaultPlay;
import io.koobridge.simulator.visiting.Visit;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** What each button does, and the sentence about it. */
public final class Buttons {
    private final Deliveries deliveries;
    private final Till till;
    private final Played played;

    public Buttons(Deliveries deliveries, Till till, Played played) {
        this.deliveries = deliveries;
        this.till = till;
        this.played = played;
    }

    String press(String button, UnaryOperator<String> form) {
        return switch (button) {
            case "buy" -> buy(form);
            case "life" -> live(form);
            case "step" -> Actions.step(deliveries, form.apply("orderId"), form.apply("step"), form.apply("fault"));
            case "restart" -> restart(form.apply("orderId"), number(form.apply("number")));
            case "fault" -> fault(Actions.fault(form.apply("kind")), form.apply("target"));
            case "open-api" -> openApi(form.apply("kind"));
            case "replay" -> replay();
            case "move" -> move(form.apply("orderId"), Listings.of(form.apply("listing")));
            case "open" -> open(form.apply("orderId"));
            case "notify-restart" -> notified(played.notifications().restart(form.apply("orderId")));
            case "apply" -> apply(form.apply("orderId"));
            case "apply-again" ->
                "Applied again: "
                        + played.licences()
                                .applying()
                                .restart(form.apply("eventId"))
                                .getFirst()
                                .heard()
                                .resultCode();
            case "collect" ->
                "Collected "
                        + played.licences()
                                .codes()
                                .collect(form.apply("code"))
                                .code()
                                .code();
            case "notify-again" ->
                notified(played.notifications()
                        .again(form.apply("orderId"), null)
                        .getFirst());
            case "chaos" -> chaos(form.apply("seed"));
            default -> throw new IllegalArgumentException("there is no button " + button);
        };
    }

    private String buy(UnaryOperator<String> form) {
        List<Fault> faults = Actions.faults(form.apply("fault"));
        Listing listing = Listings.of(form.apply("listing"));
        Fits.require(listing.edition(), faults);
        Sale sale = Sale.of(order(mode(form), form.apply("kind").equals("trial")), listing, faults);
        return "Bought " + sale.order().orderId() + ": " + deliveries.start(sale);
    }

    private Order order(ChargingMode mode, boolean trial) {
        if (trial && mode != ChargingMode.PERIOD) {
            throw new IllegalArgumentException("only PERIOD has trials");
        }
        Period period = trial ? new Period(Period.Unit.DAY, 15) : new Period(Period.Unit.YEAR, 1);
        return Order.placed(
                till.newOrderId(),
                trial ? OrderType.TRIAL : OrderType.NEW,
                new Order.Terms(mode, mode.hasPeriod() ? period : null, Product.standard(1)),
                Buyer.example(),
                till.now());
    }

    private String live(UnaryOperator<String> form) {
        ChargingMode mode = mode(form);
        Listing listing = Listings.of(form.apply("listing"));
        boolean trials = listing.isSaas() || listing.generation() == Generation.LICENSE;
        Sale sale = Sale.of(order(mode, trials && mode == ChargingMode.PERIOD), listing, List.of());
        var unused = played.lives().start(sale, Duration.ofSeconds(1));
        return "Playing the life of " + sale.order().orderId();
    }

    private String move(String orderId, Listing listing) {
        Sale moved = deliveries.listed(orderId, listing);
        return orderId + " is called by " + Listings.name(moved.listing()) + " from now on";
    }

    private String open(String orderId) {
        Visit visit = played.visits().open(orderId, Duration.ofSeconds(2));
        return "The front end of " + orderId + ": " + visit.state()
                + (visit.arrivedAt() == null ? "" : " at " + visit.arrivedAt());
    }

    private String apply(String orderId) {
        ApplyWish wish = new ApplyWish(null, null, null, null, null, null, null, null);
        return "Applied for a licence, event "
                + played.licences().applying().apply(orderId, wish, List.of()).eventId();
    }

    private static String notified(Attempt attempt) {
        return "Order notification: " + attempt.heard().resultCode();
    }

    private String restart(String orderId, int number) {
        return "Restarted step " + number + " of " + orderId + ": "
                + deliveries.restart(orderId, number).heard().resultCode();
    }

    private String fault(Fault fault, String target) {
        FaultPlay.Played result = target.isEmpty()
                ? played.faults().play(fault, null, Fits.editions(fault).getFirst())
                : played.faults().play(fault, null, target);
        return result.kind() + ": expected " + result.expected() + ", got " + result.got()
                + (result.asExpected() ? ", as it should be" : ": WRONG");
    }

    private String openApi(String kind) {
        if (kind.equals(Forms.CLEAR)) {
            played.openApi().clear();
            return "Every open API works again";
        }
        ApiFault fault =
                switch (kind) {
                    case "RESULT_CODE" -> new ApiFault.ResultCode("MKT.0999", 500);
                    case "GATEWAY_ERROR" -> new ApiFault.GatewayError("APIGW.0201", 502);
                    case "HTTP_STATUS" -> new ApiFault.HttpStatus(503);
                    case "HANG" -> new ApiFault.Hang(30);
                    case "CUT" -> new ApiFault.Cut();
                    case "GARBAGE" -> new ApiFault.Garbage();
                    default -> throw new IllegalArgumentException("there is no fault " + kind);
                };
        var unused = played.openApi().of(ApiName.ORDER_QUERY).arm(fault, null);
        return "The order query now fails: " + kind;
    }

    private String replay() {
        var replay = played.replays().replay();
        return "Debug replay: " + replay.passed() + " passed, " + replay.failed() + " failed";
    }

    private String chaos(String seed) {
        var unused =
                played.chaos().start(new Chaos.Wanted(seed.isEmpty() ? 1L : (long) number(seed), 60, 10, null, true));
        return "Chaos has begun";
    }

    private static ChargingMode mode(UnaryOperator<String> form) {
        return ChargingMode.valueOf(form.apply("chargingMode"));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not a number", e);
        }
    }
}

package io.koobridge.stack.demo;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a chapter plays on.
 *
 * @param sheet where it writes down what happened
 * @param place the suite that it happens in
 */
record Stage(SimulatorClient simulator, Agreement agreement, Sheet sheet, Place place) {

    /** What a shell does not take apart. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /** The calls of these purchases that were not shown yet, in order; the last one with the state that all agree on. */
    void show(Tape tape, Judge judge, Agreed agreed) {
        if (!showIfAny(tape, judge, agreed)) {
            sheet.check("the marketplace's record has the call", false, "a call, got none");
        }
    }

    /** The same where nothing may have happened; whether something had. */
    boolean showIfAny(Tape tape, Judge judge, Agreed agreed) {
        var folds = tape.fresh();
        for (int i = 0; i < folds.size(); i++) {
            boolean last = i == folds.size() - 1;
            sheet.row(folds.get(i).row(judge, last ? agreed : Agreed.NOT_ASKED));
        }
        return !folds.isEmpty();
    }

    /** Where others should agree with the marketplace than provisioning and the product. */
    Stage asking(Witness... others) {
        return new Stage(simulator, agreement.among(others), sheet, place);
    }

    /** What breaks the protocol is counted by the marketplace, whatever becomes of the calls that are shown. */
    void lawfully(Runnable life) {
        int violationsBefore = simulator.violationCount();
        life.run();
        sheet.check(
                "nothing that was answered or sent breaks the protocol",
                simulator.violationCount() == violationsBefore,
                "no violation, got " + simulator.violations().path("violations"));
    }

    /** A command that is shown with what it said, and must end so. */
    String said(int exit, String... arguments) {
        var said = said(List.of(arguments));
        if (said.exit() != exit) {
            sheet.check("the command ended with " + said.exit(), false, Integer.toString(exit));
        }
        return said.output();
    }

    /** A command that is shown as it would be typed, with what it said. */
    Cli.Said said(List<String> arguments) {
        var said = place.cli().run(arguments);
        sheet.said(arguments.stream().map(Stage::quoted).collect(Collectors.joining(" ")), said.output());
        return said;
    }

    private static String quoted(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    Tape tape(String... orderIds) {
        return new Tape(simulator, List.of(orderIds));
    }
}

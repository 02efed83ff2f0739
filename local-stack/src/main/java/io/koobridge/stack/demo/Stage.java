package io.koobridge.stack.demo;

import java.util.List;

/**
 * What a chapter plays on.
 *
 * @param sheet where it writes down what happened
 * @param place the suite that it happens in
 */
record Stage(SimulatorClient simulator, Agreement agreement, Sheet sheet, Place place) {

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

    Tape tape(String... orderIds) {
        return new Tape(simulator, List.of(orderIds));
    }
}

package io.koobridge.stack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a call of the record, in sentences; nothing when it is right. */
@FunctionalInterface
interface Judge {

    /** A call is answered within 3 s in every case but one (design §3). */
    long IN_TIME_MILLIS = 3_000;

    /** Whoever bought in V1 is told how to get in, and KooGallery waits so long for that (design §3.8). */
    long V1_PURCHASE_IN_TIME_MILLIS = 20_000;

    Set<String> UNCHECKED_TIMES = Set.of("SLOW_READER");
    Set<String> QUESTIONS = Set.of("queryInstance", "changeInstanceCheck");
    /** They are answered with what was bought. */
    Set<String> V1_PURCHASES = Set.of("newInstance", "getLicense");

    Set<String> UNANSWERED = Set.of("CUT_CONNECTION");

    List<String> complaints(Call call);

    /** Where nothing is out of order: every call succeeds, every faulted one gets what its fault must get. */
    Judge HONEST = call -> {
        var complaints = formal(call);
        if (call.fault().isEmpty() && call.verdict().equals("FAILED")) {
            complaints.add("expected: success");
        }
        if (!call.toSeller() && !call.verdict().equals("ANSWERED")) {
            complaints.add("expected: an answered order query");
        }
        return complaints;
    };

    /** Exactly one of these codes from the seller, whatever the marketplace thinks of it. */
    static Judge code(String... allowed) {
        return call -> {
            var complaints = formal(call);
            if (call.toSeller() && !Set.of(allowed).contains(call.code())) {
                complaints.add("expected: " + String.join(" or ", allowed));
            }
            return complaints;
        };
    }

    /**
     * The same by activity: 000004 counts for {@code newInstance} alone (saas-v2 §3), and questions go to provisioning, and
     * store nothing (design §3).
     */
    static Judge codes(Set<String> ofPurchases, Set<String> ofChanges, Set<String> ofQuestions) {
        return call -> {
            var allowed = call.name().equals("newInstance")
                    ? ofPurchases
                    : QUESTIONS.contains(call.name()) ? ofQuestions : ofChanges;
            return code(allowed.toArray(String[]::new)).complaints(call);
        };
    }

    /** One of these codes to calls of one activity; whatever else there is, succeeds. */
    static Judge codeOf(String activity, String... allowed) {
        return call -> (call.name().equals(activity) ? code(allowed) : HONEST).complaints(call);
    }

    /** One of these codes to uploads that are not taken; whatever else there is, succeeds. */
    static Judge uploads(String... refused) {
        return call -> call.name().equals("uploadLicense") && Set.of(refused).contains(call.code())
                ? formal(call)
                : HONEST.complaints(call);
    }

    /** One code, with these words in its message: many things have the code, one has the words. */
    static Judge refusal(String code, String words) {
        return call -> {
            var complaints = new ArrayList<>(code(code).complaints(call));
            if (call.toSeller() && !call.message().contains(words)) {
                complaints.add("expected: a message with \"" + words + "\", got \"" + call.message() + "\"");
            }
            return complaints;
        };
    }

    /** Only what is true of every answer of ours: in time, signed, HTTP 200. */
    Judge FORM_ALONE = Judge::formal;

    private static List<String> formal(Call call) {
        var complaints = new ArrayList<String>();
        if (!call.fault().isEmpty()
                && call.recorded().has("asExpected")
                && !call.recorded().path("asExpected").asBoolean()) {
            complaints.add("expected: " + call.recorded().path("expected").asString("what the fault must get"));
        }
        if (!call.toSeller() || UNANSWERED.contains(call.fault())) {
            return complaints;
        }
        if (call.isVisit()) {
            return complaints;
        }
        if (call.recorded().path("httpStatus").asInt() != 200) {
            complaints.add("expected: HTTP 200");
        }
        if (!call.bodySign().equals("RIGHT")) {
            complaints.add("expected: the right Body-Sign");
        }
        long inTime = call.isV1() && V1_PURCHASES.contains(call.name()) ? V1_PURCHASE_IN_TIME_MILLIS : IN_TIME_MILLIS;
        if (call.millis() > inTime && !UNCHECKED_TIMES.contains(call.fault())) {
            complaints.add("expected: an answer within %d s".formatted(inTime / 1000));
        }
        return complaints;
    }
}

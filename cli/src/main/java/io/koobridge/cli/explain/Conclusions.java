package io.koobridge.cli.explain;

import io.koobridge.cli.explain.Check.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What follows from the checks. */
final class Conclusions {

    private Conclusions() {}

    static String sentence(List<Check> checks, Finding finding) {
        var others = checks.stream()
                .filter(check -> check.result() == Result.WRONG && !check.name().startsWith("signature"))
                .map(Check::name)
                .collect(Collectors.joining(", "));
        return switch (finding) {
            case Finding.Verified(var key, var _form) ->
                others.isEmpty()
                        ? windowKnown(checks)
                                ? "The call is right: a gateway with key '%s' takes it.".formatted(key.id())
                                : "The signature is right: a gateway with key '%s' takes the call if it comes within 60 s of its time stamp."
                                        .formatted(key.id())
                        : "The signature is right (key '%s'), and yet a gateway refuses the call: %s."
                                .formatted(key.id(), others);
            case Finding.Explained(var _key, var mistakes) ->
                "The signature is wrong: %s%s."
                        .formatted(
                                mistakes.stream().map(Blame::what).collect(Collectors.joining("; and ")), also(others));
            case Finding.Unexplained() ->
                "The signature is wrong, and no known mistake with the given keys explains it%s."
                        .formatted(also(others));
            case Finding.NotReached(var why) -> "There is nothing to verify: %s%s.".formatted(why, also(others));
        };
    }

    private static boolean windowKnown(List<Check> checks) {
        return checks.stream()
                .noneMatch(
                        check -> check.name().equals(ParameterChecks.WINDOW) && check.result() == Result.NOT_REACHED);
    }

    private static String also(String others) {
        return others.isEmpty() ? "" : "; wrong besides: " + others;
    }

    static List<String> advice(SignatureRule rule, List<Check> checks, Finding finding) {
        var advice = new ArrayList<String>();
        switch (finding) {
            case Finding.Verified(var key, var _form) -> {
                if (!key.secret().equals(key.trimmed())) {
                    advice.add(
                            "The key that you gave has white space around it, which was left out here; a service refuses to start with it.");
                }
            }
            case Finding.Explained(var _key, var mistakes) -> mistakes.forEach(mistake -> advice.add(mistake.advice()));
            case Finding.Unexplained() ->
                advice.add(
                        "Compare the access key with the Seller Console, and capture the bytes of the body as they arrive: a body that"
                                + " was changed in a way that is not known here, or another key, would look like this.");
            case Finding.NotReached(var _why) -> advice.add(rule.advice());
        }
        if (Explanation.failed(checks, ParameterChecks.WINDOW)) {
            advice.add("Synchronise the clocks of caller and gateway (NTP).");
        }
        if (Explanation.failed(checks, "timestamp unit")) {
            advice.add("Send Unix time in milliseconds: 13 digits.");
        }
        return List.copyOf(advice);
    }
}

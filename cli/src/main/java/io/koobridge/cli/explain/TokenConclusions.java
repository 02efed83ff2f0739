package io.koobridge.cli.explain;

import io.koobridge.cli.explain.ParameterMistake.Kind;
import io.koobridge.crypto.callback.v1.BodyReading;
import io.koobridge.crypto.callback.v1.QueryReading;
import java.util.List;
import java.util.stream.Collectors;

/** What follows for a V1 call. */
final class TokenConclusions {

    private static final String TOKEN = "authToken";

    private TokenConclusions() {}

    static Check check(Finding finding) {
        return switch (finding) {
            case Finding.Verified(var key, var reading) ->
                Check.right(TOKEN, "key '%s' verifies %s".formatted(key.id(), explained(reading)));
            case Finding.Explained(var key, var mistakes) ->
                Check.wrong(
                        TOKEN,
                        "key '%s' makes it, but %s"
                                .formatted(
                                        key.id(),
                                        mistakes.stream().map(Blame::what).collect(Collectors.joining("; and "))));
            case Finding.Unexplained() ->
                Check.wrong(TOKEN, "none of the given keys makes it, with no mistake that is known here");
            case Finding.NotReached(var why) -> Check.notReached(TOKEN, why);
        };
    }

    private static String explained(Enum<?> reading) {
        return switch (reading) {
            case QueryReading of -> explained(of);
            case BodyReading of -> explained(of);
            default -> throw new IllegalArgumentException("no reading of V1: " + reading);
        };
    }

    private static String explained(QueryReading reading) {
        return switch (reading) {
            case FORM -> "the parameters as the documentation decodes them";
            case PLUS_RESTORED ->
                "the parameters once the spaces in Base64 values are pluses again: they were sent without encoding";
            case PERCENT -> "the parameters with '+' as a plus: only percent signs were decoded";
            case DECODED_AGAIN -> "the parameters once Base64 values are decoded further: they were encoded twice";
        };
    }

    private static String explained(BodyReading reading) {
        return switch (reading) {
            case PLAIN -> "the members of the body as they are";
            case URL_DECODED -> "the members of the body once their values are URL-decoded: they were sent encoded";
        };
    }

    static String sentence(TokenCall call, List<Check> checks, Finding finding) {
        var others = checks.stream()
                .filter(check -> check.result() == Check.Result.WRONG
                        && !check.name().equals(TOKEN)
                        && !check.name().equals(TokenChecks.FORM))
                .map(Check::name)
                .collect(Collectors.joining(", "));
        var besides = others.isEmpty() ? "" : "; wrong besides: " + others;
        return switch (finding) {
            case Finding.Verified(var key, var _reading) ->
                "The call is right: a gateway with key '%s' takes it%s.".formatted(key.id(), call.condition());
            case Finding.Explained(var _key, var mistakes) ->
                "%s: %s%s."
                        .formatted(
                                verdict(mistakes),
                                mistakes.stream().map(Blame::what).collect(Collectors.joining("; and ")),
                                besides);
            case Finding.Unexplained() ->
                "The token is wrong, and no known mistake with the given keys explains it%s.".formatted(besides);
            case Finding.NotReached(var why) -> "There is nothing to verify: %s%s.".formatted(why, besides);
        };
    }

    private static String verdict(List<Blame> mistakes) {
        boolean doubtful = mistakes.stream()
                .anyMatch(each -> each instanceof ParameterMistake mistake && mistake.kind() == Kind.COULD_BE_SEVERAL);
        return doubtful ? "The token is right, but a gateway refuses the call" : "The token is wrong";
    }

    static List<String> advice(TokenCall call, Finding finding) {
        return switch (finding) {
            case Finding.Verified _ -> List.of();
            case Finding.Explained(var _key, var mistakes) ->
                mistakes.stream().map(Blame::advice).toList();
            case Finding.Unexplained() ->
                List.of(
                        "Compare the access key with the Seller Console, and the string to sign with the one that was signed: a parameter that"
                                + " was changed or taken away on its way, or another key, would look like this.");
            case Finding.NotReached _ -> List.of(call.advice());
        };
    }
}

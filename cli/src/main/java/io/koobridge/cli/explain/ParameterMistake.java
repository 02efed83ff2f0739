package io.koobridge.cli.explain;

/**
 * A parameter that was signed in another way than it was received, or that no token can vouch for.
 *
 * @param parameter its name
 */
public record ParameterMistake(Kind kind, String parameter) implements Blame {

    /** What happened to it. */
    public enum Kind {
        PARAMETER_ADDED(
                "the parameter %s was not signed: it was added afterwards",
                "Sign every parameter that is sent, known or not; let nothing on the way add one."),
        TEST_FLAG_CHANGED(
                "%s was changed or taken away after signing",
                "Sign exactly the parameters that are sent; a saved debugging call has to be signed anew."),
        PLUS_DAMAGED(
                "spaces and pluses were exchanged in %s on its way",
                "Percent-encode values once when the URL is built: a plus is %%2B, and a bare one arrives as a space."),
        WHITE_SPACE_ADDED("%s got white space around it after signing", "Sign the value that is sent."),
        ENCODED_TWICE(
                "%s was encoded once more after signing", "Percent-encode values exactly once when the URL is built."),
        COULD_BE_SEVERAL(
                "%s could be several parameters, for which the token would be right, too",
                "Send no '&' in a value that has a '=' behind it, and neither in a name: what is signed does not say where a value ends. In"
                        + " customerName and userName only what looks like a parameter of the protocol, such as '&orderId=', is too much.");

        private final String what;
        private final String advice;

        Kind(String what, String advice) {
            this.what = what;
            this.advice = advice;
        }
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public String what() {
        return kind.what.formatted(parameter);
    }

    @Override
    public String advice() {
        return kind.advice.replace("%%", "%");
    }
}

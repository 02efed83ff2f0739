package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Calls that were refused, out of the marketplace's record and into {@code koobridge explain}. */
final class ExplainChapter implements Chapter {

    private static final Pattern WRONG = Pattern.compile("(?m)^([a-z ]+?) {2,}wrong ");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String title() {
        return "Which part of a refused call's signature is wrong, and why";
    }

    @Override
    public void play(Stage stage) {
        explain(stage, "WRONG_KEY", "signature");
        explain(stage, "BODY_CHANGED", "signature");
        explain(stage, "CLOCK_SKEW", "time window");
        explain(stage, "UPPER_CASE_SIGNATURE", "");
    }

    /** @param culprit the one part that is wrong; empty when nothing is */
    private static void explain(Stage stage, String fault, String culprit) {
        stage.simulator().post("/simulator/faults:play", "{\"kind\":\"%s\"}".formatted(fault));
        Call call = stage.simulator().calls("fault=" + fault).stream()
                .map(Call::new)
                .findFirst()
                .orElseThrow(() -> new StackFailure("The record has no call with " + fault));
        stage.sheet().row(new Fold(List.of(call)).row(Judge.FORM_ALONE, Agreed.NOT_ASKED));
        var arguments = List.of(
                "explain",
                "--url",
                call.url(),
                "--body-file",
                file(call.requestBody()).toString(),
                "--received-at",
                call.at().toString());
        var said = stage.place().cli().run(arguments);
        stage.sheet().said("explain --url ... --body-file ... --received-at " + call.at(), said.output());
        stage.sheet()
                .check(
                        culprit.isEmpty() ? "it finds nothing wrong" : "it finds one part wrong: the " + culprit,
                        wrongParts(said.output()).equals(culprit) && (said.exit() == 0) == culprit.isEmpty(),
                        "%s, got %s with exit %d".formatted(culprit, wrongParts(said.output()), said.exit()));
    }

    private static String wrongParts(String output) {
        return WRONG.matcher(output).results().map(found -> found.group(1)).collect(Collectors.joining(", "));
    }

    private static Path file(String body) {
        try {
            var file = Files.createTempFile("koobridge-demo", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, body);
        } catch (IOException e) {
            throw new StackFailure("No temporary file can be written: " + e.getMessage(), e);
        }
    }
}

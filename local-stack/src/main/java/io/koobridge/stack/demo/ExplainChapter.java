package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Calls that were refused, out of the marketplace's record and into {@code koobridge explain}. */
final class ExplainChapter implements Chapter {

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
        explain(stage, "WRONG_KEY", "the key");
        explain(stage, "BODY_CHANGED", "the body");
    }

    private static void explain(Stage stage, String fault, String culprit) {
        stage.simulator().post("/simulator/faults:play", "{\"kind\":\"%s\"}".formatted(fault));
        Call call = stage.simulator().calls("fault=" + fault).stream()
                .map(recorded -> new Call(recorded, 1))
                .findFirst()
                .orElseThrow(() -> new StackFailure("The record has no call with " + fault));
        stage.sheet().row(call.row(Judge.code("000001"), Agreed.NOT_ASKED));
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
                        "it says that the signature is wrong, and suspects " + culprit,
                        said.exit() == 1 && said.output().contains("The signature is wrong"),
                        "exit 1 and an explanation, got exit " + said.exit());
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

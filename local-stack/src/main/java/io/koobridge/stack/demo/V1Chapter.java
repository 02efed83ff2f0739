package io.koobridge.stack.demo;

/** The edition that older products are called in, beside the one of today. */
final class V1Chapter implements Chapter {

    @Override
    public String name() {
        return "v1";
    }

    @Override
    public String title() {
        return "A product that is called in V1 beside one that is called in V2, and instances that change sides";
    }

    @Override
    public void play(Stage stage) {
        int violationsBefore = stage.simulator().violationCount();
        SideBySide.play(stage);
        PayPerUseInV1.play(stage);
        Moves.play(stage);
        BuyerWaits.play(stage);
        stage.sheet()
                .check(
                        "nothing that was answered breaks the protocol of either edition",
                        stage.simulator().violationCount() == violationsBefore,
                        "no violation, got " + stage.simulator().violations().path("violations"));
    }
}

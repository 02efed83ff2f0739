package io.koobridge.stack.demo;

/** placeholder */
final class ExplainChapter implements Chapter {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String title() {
        return "Which part of a wrong signature is wrong, and why";
    }

    @Override
    public void play(Stage stage) {}
}

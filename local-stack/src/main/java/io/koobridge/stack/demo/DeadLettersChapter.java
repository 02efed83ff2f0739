package io.koobridge.stack.demo;

/** placeholder */
final class DeadLettersChapter implements Chapter {
    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String title() {
        return "A record that nobody can read is put aside, shown, and previewed";
    }

    @Override
    public void play(Stage stage) {}
}

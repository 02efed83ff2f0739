package io.koobridge.stack.demo;

/** One part of what the demo shows. */
interface Chapter {

    /** What {@code --only} takes. */
    String name();

    String title();

    /** Whether it stops processes: such a chapter is played on a suite of the demo's own only. */
    default boolean needsOutages() {
        return false;
    }

    void play(Stage stage);
}

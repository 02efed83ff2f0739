package io.koobridge.stack.demo;

/** One part of a buyer's life, through one interface. */
interface Chapter {

    /** What {@code --only} takes. */
    String name();

    String title();

    Story play(SimulatorClient simulator);
}

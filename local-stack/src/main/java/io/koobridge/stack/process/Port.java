package io.koobridge.stack.process;

/** A loopback port that a child listens on, and the variable by which a user moves it elsewhere. */
public record Port(int number, String variable) {}

package io.koobridge.simulator;

final class Main {
    private Main() {}

    public static void main(String[] args) {}
}

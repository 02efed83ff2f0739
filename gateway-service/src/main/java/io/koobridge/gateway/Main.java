package io.koobridge.gateway;

final class Main {
    private Main() {}

    public static void main(String[] args) {}
}

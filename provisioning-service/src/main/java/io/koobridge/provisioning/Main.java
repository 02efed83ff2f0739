package io.koobridge.provisioning;

final class Main {
    private Main() {}

    public static void main(String[] args) {}
}

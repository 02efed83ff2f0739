package io.koobridge.testkit;

import org.testcontainers.DockerClientFactory;

/** Whether the tests are to run against real servers in containers. */
final class Containers {

    private Containers() {}

    /** Only by the flag: with an engine but without images, Testcontainers retries its pulls for minutes. */
    static boolean wanted() {
        return Boolean.getBoolean("koobridge.containers")
                && DockerClientFactory.instance().isDockerAvailable();
    }
}

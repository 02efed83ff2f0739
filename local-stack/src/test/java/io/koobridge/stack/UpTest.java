package io.koobridge.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.stack.environment.EnvFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code koobridge up} as a process, with the real broker and store and with fakes for the jars of the services. Started once;
 * the test that stops it comes last.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class UpTest {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final Path root;
    private final EnvFile localEnv;
    private Process up;

    UpTest(@TempDir Path root) {
        this.root = root;
        this.localEnv = EnvFile.localEnv(root.resolve(".koobridge"));
    }

    @BeforeAll
    void start() throws IOException {
        for (String module : List.of(
                "marketplace-simulator",
                "provisioning-service",
                "license-service",
                "tenant-sync-service",
                "gateway-service")) {
            putFakeJar(root.resolve(module).resolve("target"), module + "-1.jar");
        }
        up = up();
    }

    @AfterAll
    void stop() throws InterruptedException {
        up.destroy();
        up.waitFor();
    }

    @Test
    @Order(4)
    void tellsEverythingInLocalEnvWhileItIsReadyAndLeavesNothingBehind() throws Exception {
        var variables = awaitReady();

        assertThat(variables)
                .containsKeys(
                        "KOOBRIDGE_GATEWAY_URL",
                        "KOOBRIDGE_KEY_BASE",
                        "KOOBRIDGE_KEY_V1",
                        "KOOBRIDGE_KEY_KIT",
                        "KOOBRIDGE_KEY_LICENSE",
                        "KOOBRIDGE_KEY_LICENSE_V1",
                        "KOOBRIDGE_KEY_LICENSE_KIT",
                        "KOOBRIDGE_KEY_LICENSE_CODE",
                        "KOOBRIDGE_KEY_GENERAL",
                        "KOOBRIDGE_RSA_PUBLIC_KEY",
                        "KOOBRIDGE_SIMULATOR_URL",
                        "KOOBRIDGE_OPEN_API_URL",
                        "KOOBRIDGE_OPEN_API_AK",
                        "KOOBRIDGE_OPEN_API_SK",
                        "KOOBRIDGE_PROVISIONING_URL",
                        "KOOBRIDGE_PROVISIONING_INTERNAL_URL",
                        "KOOBRIDGE_LICENSE_URL",
                        "KOOBRIDGE_LICENSE_INTERNAL_URL",
                        "KOOBRIDGE_LICENSE_API_KEY",
                        "KOOBRIDGE_LICENSE_PUBLIC_KEY",
                        "KOOBRIDGE_TENANTS_URL",
                        "KOOBRIDGE_TENANTS_INTERNAL_URL",
                        "KOOBRIDGE_TENANT_API_KEY",
                        "KOOBRIDGE_DIRECTORY_TOKEN",
                        "KOOBRIDGE_LOGIN_API_KEY",
                        "KOOBRIDGE_PID_GATEWAY",
                        "KOOBRIDGE_PID_PROVISIONING",
                        "KOOBRIDGE_PID_LICENSE",
                        "KOOBRIDGE_PID_TENANTS",
                        "KOOBRIDGE_PID_BROKER",
                        "KOOBRIDGE_PID_STORE",
                        "KOOBRIDGE_PID_SIMULATOR");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(localEnv.file())))
                .isEqualTo("rw-------");
        assertThat(Path.of(value(variables, "KOOBRIDGE_RSA_PUBLIC_KEY")))
                .isAbsolute()
                .exists();
        var children = variables.keySet().stream()
                .filter(name -> name.startsWith("KOOBRIDGE_PID_"))
                .map(name ->
                        ProcessHandle.of(Long.parseLong(value(variables, name))).orElseThrow())
                .toList();
        assertThat(children).hasSize(7).allMatch(ProcessHandle::isAlive);

        up.destroy();

        assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(localEnv.file()).doesNotExist();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(3)
    void startsAKilledServiceAgainAndTellsItsNewProcessId() {
        String first = value(awaitReady(), "KOOBRIDGE_PID_GATEWAY");

        ProcessHandle.of(Long.parseLong(first)).ifPresent(ProcessHandle::destroyForcibly);

        await("another process id")
                .atMost(SOON)
                .until(() -> !first.equals(localEnv.read().get("KOOBRIDGE_PID_GATEWAY")));
        assertThat(ProcessHandle.of(Long.parseLong(value(localEnv.read(), "KOOBRIDGE_PID_GATEWAY"))))
                .isPresent();
    }

    @Test
    @Order(1)
    void refusesASecondOneInTheSameHomeAndNamesTheFirst() throws Exception {
        awaitReady();

        var second = up();

        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(root.resolve("up.log")).content().contains("KooBridge already runs", "as process " + up.pid());
    }

    @Test
    @Order(2)
    void givesTheServicesTheirSettings() throws Exception {
        var variables = awaitReady();

        assertThat(answer(value(variables, "KOOBRIDGE_GATEWAY_URL")))
                .contains("KOOBRIDGE_GATEWAY_ADDRESSES_0_PATH=/koogallery/saas")
                .contains("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_0_SECRET=" + variables.get("KOOBRIDGE_KEY_BASE"))
                .contains("KOOBRIDGE_GATEWAY_ADDRESSES_1_PATH=/koogallery/orders")
                .contains(
                        "KOOBRIDGE_GATEWAY_ADDRESSES_1_KEYS_GENERAL_0_SECRET=" + variables.get("KOOBRIDGE_KEY_GENERAL"))
                .contains("KOOBRIDGE_GATEWAY_PROVISIONINGURL=" + variables.get("KOOBRIDGE_PROVISIONING_INTERNAL_URL"))
                .contains("KOOBRIDGE_GATEWAY_ADDRESSES_2_PATH=/koogallery/license")
                .contains("KOOBRIDGE_GATEWAY_ADDRESSES_2_KEYS_BASE_0_SECRET=" + variables.get("KOOBRIDGE_KEY_LICENSE"))
                .contains("KOOBRIDGE_GATEWAY_ADDRESSES_3_PATH=/koogallery/license-code")
                .contains("KOOBRIDGE_GATEWAY_ADDRESSES_3_KEYS_LICENSECODE_0_SECRET="
                        + variables.get("KOOBRIDGE_KEY_LICENSE_CODE"))
                .contains("KOOBRIDGE_GATEWAY_LICENSEURL=" + variables.get("KOOBRIDGE_LICENSE_INTERNAL_URL"))
                .contains("KOOBRIDGE_GATEWAY_TENANTSYNCURL=" + variables.get("KOOBRIDGE_TENANTS_INTERNAL_URL"))
                .contains("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_KIT_0_SECRET=" + variables.get("KOOBRIDGE_KEY_KIT"))
                .contains(
                        "KOOBRIDGE_GATEWAY_ADDRESSES_2_KEYS_KIT_0_SECRET=" + variables.get("KOOBRIDGE_KEY_LICENSE_KIT"))
                .contains("KOOBRIDGE_SEALING_USERS_PUBLICKEYSET=file:")
                .doesNotContain("KOOBRIDGE_SEALING_USERS_PRIVATEKEYSET")
                .contains("SPRING_KAFKA_BOOTSTRAPSERVERS=" + variables.get("KOOBRIDGE_BROKER_ADDRESS"));
        assertThat(answer(value(variables, "KOOBRIDGE_TENANTS_URL")))
                .contains("SPRING_MONGODB_URI=" + variables.get("KOOBRIDGE_STORE_ADDRESS") + "/koobridge_tenants")
                .contains("KOOBRIDGE_TENANT_RSAKEYS_0_PRIVATEKEY=file:")
                .contains("KOOBRIDGE_SEALING_USERS_PRIVATEKEYSET=file:")
                .contains("KOOBRIDGE_SEALING_CLIENTS_PRIVATEKEYSET=file:")
                .contains(
                        "KOOBRIDGE_TENANT_DIRECTORY_SCIM_URL=" + variables.get("KOOBRIDGE_SIMULATOR_URL") + "/scim/v2")
                .contains("KOOBRIDGE_LOGIN_PUBLICURL=" + variables.get("KOOBRIDGE_TENANTS_URL"))
                .contains("KOOBRIDGE_LOGIN_APPLICATIONS_PRODUCT_RETURNURLS_0=http://127.0.0.1:8088/login")
                .doesNotContain(value(variables, "KOOBRIDGE_TENANT_API_KEY"))
                .doesNotContain(value(variables, "KOOBRIDGE_LOGIN_API_KEY"));
        assertThat(answer(value(variables, "KOOBRIDGE_LICENSE_URL")))
                .contains("SPRING_MONGODB_URI=" + variables.get("KOOBRIDGE_STORE_ADDRESS") + "/koobridge_license")
                .contains("KOOBRIDGE_OPENAPI_URL=" + variables.get("KOOBRIDGE_SIMULATOR_URL"))
                .contains("KOOBRIDGE_LICENSE_APIKEYS_0_SHA256=")
                .contains("KOOBRIDGE_LICENSE_SIGNING_KEYS_0_PRIVATEKEY=file:")
                .doesNotContain(value(variables, "KOOBRIDGE_LICENSE_API_KEY"));
        assertThat(answer(value(variables, "KOOBRIDGE_SIMULATOR_URL")))
                .contains("KOOBRIDGE_SIMULATOR_LICENSE_PATH=/koogallery/license")
                .contains("KOOBRIDGE_SIMULATOR_LICENSE_KEYV1=" + variables.get("KOOBRIDGE_KEY_LICENSE_V1"))
                .contains("KOOBRIDGE_SIMULATOR_LICENSECODE_KEY=" + variables.get("KOOBRIDGE_KEY_LICENSE_CODE"))
                .contains("KOOBRIDGE_SIMULATOR_KIT_KEY=" + variables.get("KOOBRIDGE_KEY_KIT"))
                .contains("KOOBRIDGE_SIMULATOR_KIT_PUBLICKEY=-----BEGIN PUBLIC KEY-----")
                .contains("KOOBRIDGE_SIMULATOR_KIT_LOGINADDRESS=" + variables.get("KOOBRIDGE_TENANTS_URL"))
                .contains("KOOBRIDGE_SIMULATOR_SCIM_TOKEN=" + variables.get("KOOBRIDGE_DIRECTORY_TOKEN"));
        assertThat(answer(value(variables, "KOOBRIDGE_PROVISIONING_URL")))
                .contains("SPRING_MONGODB_URI=" + variables.get("KOOBRIDGE_STORE_ADDRESS") + "/koobridge_provisioning")
                .contains("KOOBRIDGE_OPENAPI_URL=" + variables.get("KOOBRIDGE_SIMULATOR_URL"))
                .contains("KOOBRIDGE_LEDGER_SWEEPINTERVAL=5s")
                .contains("KOOBRIDGE_PROVISIONER_HTTP_URL=http://127.0.0.1:8088/koobridge")
                .contains("KOOBRIDGE_PROVISIONER_HTTP_SECRET=" + variables.get("KOOBRIDGE_WEBHOOK_SECRET"))
                .doesNotContain("KOOBRIDGE_PROVISIONER_TYPE");
    }

    private Map<String, String> awaitReady() {
        await("local.env").atMost(SOON).until(() -> {
            assertThat(up.isAlive())
                    .as("up, whose output is %s", root.resolve("up.log"))
                    .isTrue();
            return Files.exists(localEnv.file());
        });
        return localEnv.read();
    }

    private static String value(Map<String, String> variables, String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    private static String answer(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private Process up() throws IOException {
        var command = JavaProcess.command(Main.class, "up", "--free-ports");
        command.add(1, "-Dkoobridge.root=" + root);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(root.resolve("up.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("KOOBRIDGE_"));
        builder.environment().put("KOOBRIDGE_PROVISIONER_HTTP_URL", "http://127.0.0.1:8088/koobridge");
        return builder.start();
    }

    private static void putFakeJar(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(directory.resolve(name)), manifest);
                var bytes = Objects.requireNonNull(
                        FakeService.class.getClassLoader().getResourceAsStream(entry))) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
    }
}

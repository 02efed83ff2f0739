package io.koobridge.stack.suite;

import io.koobridge.stack.environment.Endpoint;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Secret;
import io.koobridge.stack.process.Port;
import io.koobridge.stack.process.ProcessSpec;
import io.koobridge.stack.process.Readiness;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The example product as a child of the suite, where a run decided that it provisions there. */
public final class ExampleProduct {

    /** Where it is; not set unless it is part of the suite. */
    public static final String URL = "KOOBRIDGE_PRODUCT_URL";

    static final String PROVISIONER_TYPE = "KOOBRIDGE_PROVISIONER_TYPE";
    static final String PROVISIONER_URL = "KOOBRIDGE_PROVISIONER_HTTP_URL";

    private ExampleProduct() {}

    /** What a run decides that has the product beside it: one address, and nothing else (docs/product-contract.md). */
    public static Map<String, String> at(int port) {
        String address = "http://127.0.0.1:" + port;
        return Map.of(URL, address, PROVISIONER_URL, address + "/koobridge", PROVISIONER_TYPE, "http");
    }

    static Optional<ProcessSpec> process(Installation installation) {
        return address(installation.settings()).map(address -> process(installation, address));
    }

    static Optional<URI> address(Settings settings) {
        return settings.get(URL).map(URI::create);
    }

    private static ProcessSpec process(Installation installation, URI address) {
        var programs = installation.programs();
        var command = programs.product(
                "--port",
                Integer.toString(address.getPort()),
                "--data",
                installation.home().resolve("product.jsonl").toString());
        return new ProcessSpec(
                "product",
                programs.commandLine(command),
                Map.of(
                        Secret.WEBHOOK_SECRET.variable(),
                        installation.keys().value(Secret.WEBHOOK_SECRET),
                        Endpoint.PROVISIONING.variable(),
                        installation.addresses().address(Endpoint.PROVISIONING),
                        "KOOBRIDGE_LOGIN_URL",
                        installation.addresses().address(Endpoint.TENANTS),
                        Secret.LOGIN_API_KEY.variable(),
                        installation.keys().value(Secret.LOGIN_API_KEY)),
                new Readiness.Tcp(address.getPort()),
                List.of(new Port(address.getPort(), URL)));
    }
}

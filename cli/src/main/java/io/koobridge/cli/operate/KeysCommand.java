package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Table;
import io.koobridge.cli.installation.Variables;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code koobridge keys}: which access keys a gateway has, and which of them verified calls. */
@Command(
        name = "keys",
        description =
                "Lists the access keys of a gateway, never their secrets, and how often each verified a call since it started: before an"
                        + " old key is taken away, it should have verified nothing for days.")
public final class KeysCommand extends ServiceCommand {

    public KeysCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected String usualService() {
        return "gateway";
    }

    @Override
    protected int run(InternalApi api) {
        var answer = api.get("/internal/keys", Map.of());
        var table = new Table("address", "type", "id", "not after", "verified", "last verified at");
        answer.path("keys")
                .forEach(key -> table.row(
                        text(key, "address"),
                        text(key, "type"),
                        text(key, "id"),
                        text(key, "notAfter"),
                        text(key, "verified"),
                        text(key, "lastVerifiedAt")));
        print(answer, table);
        return ExitCode.DONE;
    }
}

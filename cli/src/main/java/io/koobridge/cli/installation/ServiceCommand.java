package io.koobridge.cli.installation;

/** A command that asks one service. */
public abstract class ServiceCommand extends InstallationCommand {

    protected ServiceCommand(Variables variables) {
        super(variables);
    }

    /** Whose internal address is asked when no option says otherwise. */
    protected String usualService() {
        return "provisioning";
    }

    /**
     * Asks and prints.
     *
     * @return the exit code
     * @throws IllegalArgumentException for wrong usage
     */
    protected abstract int run(InternalApi api);

    @Override
    final int ask(Connection reached, Variables known) {
        try (var api = reached.open(known, usualService())) {
            return run(api);
        }
    }
}

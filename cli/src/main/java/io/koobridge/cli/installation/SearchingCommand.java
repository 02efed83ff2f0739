package io.koobridge.cli.installation;

import java.util.ArrayList;
import java.util.Comparator;

/**
 * A command about something that one service has. Without {@code --service} or {@code --url} each is asked that is known and keeps a ledger, until
 * one knows it.
 */
public abstract class SearchingCommand extends InstallationCommand {

    protected SearchingCommand(Variables variables) {
        super(variables);
    }

    /**
     * Asks one service and prints.
     *
     * @return the exit code
     * @throws ServiceException {@link ServiceException#unknown} where another service may have it
     */
    protected abstract int run(InternalApi api);

    @Override
    final int ask(Connection reached, Variables known) {
        var nowhere = new ArrayList<ServiceException>();
        for (var name : reached.services(known, ListCommand.WITH_A_LEDGER)) {
            try (var api = reached.open(known, name)) {
                return run(api);
            } catch (ServiceException e) {
                if (!e.unknown() && e.exitCode() != ExitCode.UNREACHABLE) {
                    throw e;
                }
                nowhere.add(e);
            }
        }
        // One that is away may have it.
        throw nowhere.stream()
                .max(Comparator.comparingInt(ServiceException::exitCode))
                .orElseThrow();
    }
}

package io.koobridge.cli.installation;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that asks services: how they are reached, how they fail, and how it prints are the same for all. */
@Command(
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused; it says why",
            "2:wrong usage",
            "3:the service is away, or its store or broker is"
        })
abstract class InstallationCommand implements Callable<Integer> {

    private final Variables variables;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--json", description = "Print JSON.")
    private boolean asJson;

    InstallationCommand(Variables variables) {
        this.variables = variables;
    }

    /**
     * Asks and prints.
     *
     * @return the exit code
     * @throws IllegalArgumentException for wrong usage
     */
    abstract int ask(Connection reached, Variables known);

    @Override
    public final Integer call() {
        var here = Objects.requireNonNull(spec).commandLine();
        try {
            return ask(connection, variables);
        } catch (ServiceException e) {
            complain(e);
            return e.exitCode();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here, String.valueOf(e.getMessage()), e);
        }
    }

    /** Where errors go. */
    final void complain(ServiceException e) {
        PrintWriter error = Objects.requireNonNull(spec).commandLine().getErr();
        error.println(e.getMessage());
        error.flush();
    }

    /** What the service answered, for scripts, or the same for people. */
    protected final void print(JsonNode answer, Object text) {
        print(asJson ? JsonMapper.shared().writeValueAsString(answer) + '\n' : text.toString());
    }

    protected final void print(String text) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(text);
        out.flush();
    }

    /** Below a list that has as many rows as were asked for. */
    protected static String cutAt(int limit) {
        return "The list is cut at --limit %d: there may be more.\n".formatted(limit);
    }

    /** A member as text; empty when it is absent. */
    protected static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}

package io.koobridge.cli.installation;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command that lists what services have. Without {@code --service} or {@code --url} each is asked that is known and keeps
 * a ledger; one that is away takes nothing from what the others say.
 */
public abstract class ListCommand extends InstallationCommand {

    static final List<String> WITH_A_LEDGER = List.of("provisioning", "license", "tenants");

    /**
     * What one service said.
     *
     * @param cut whether it may have more than was asked for
     */
    public record Part(List<JsonNode> rows, boolean cut) {}

    /** What all said, and how it ends. */
    private record Whole(ArrayNode rows, boolean cut, int exit, boolean answered) {}

    protected ListCommand(Variables variables) {
        super(variables);
    }

    /** The member of the JSON that has the rows. */
    protected abstract String member();

    /** The member that tells whether the list is cut. */
    protected String cutMember() {
        return "cut";
    }

    /** Without the service, which comes first. */
    protected abstract List<String> titles();

    /** As many as there are titles. */
    protected abstract List<String> cells(JsonNode row);

    /** What is printed instead of an empty table. */
    protected abstract String nothing();

    /** What is said below a table that is cut. */
    protected abstract String cutSaid(int rows);

    /**
     * Asks one service for its rows.
     *
     * @throws IllegalArgumentException for wrong usage
     */
    protected abstract Part list(InternalApi api);

    @Override
    final int ask(Connection reached, Variables known) {
        var names = reached.services(known, WITH_A_LEDGER);
        var whole = gather(names, reached, known);
        if (whole.answered()) {
            var json = JsonMapper.shared().createObjectNode();
            json.set(member(), whole.rows());
            json.put(cutMember(), whole.cut());
            print(json, text(whole, names.size() > 1));
        }
        return whole.exit();
    }

    private Whole gather(List<String> names, Connection reached, Variables known) {
        var rows = JsonMapper.shared().createArrayNode();
        boolean cut = false;
        boolean answered = false;
        int exit = ExitCode.DONE;
        for (var name : names) {
            try (var api = reached.open(known, name)) {
                var part = list(api);
                part.rows().forEach(row -> rows.add(((ObjectNode) row).put("service", name)));
                cut |= part.cut();
                answered = true;
            } catch (ServiceException e) {
                complain(e);
                exit = Math.max(exit, e.exitCode());
            }
        }
        return new Whole(rows, cut, exit, answered);
    }

    private String text(Whole whole, boolean several) {
        var table = new Table(with("service", titles(), several));
        whole.rows().forEach(row -> table.row(with(text(row, "service"), cells(row), several)));
        return (table.isEmpty() ? nothing() : table.toString())
                + (whole.cut() ? cutSaid(whole.rows().size()) : "");
    }

    private static String[] with(String service, List<String> rest, boolean several) {
        var all = new ArrayList<>(rest);
        if (several) {
            all.addFirst(service);
        }
        return all.toArray(String[]::new);
    }
}

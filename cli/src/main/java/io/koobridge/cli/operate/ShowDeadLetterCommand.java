package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Table;
import io.koobridge.cli.installation.Variables;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code koobridge dead-letters show}: one record with its headers and the beginning of its value. */
@Command(name = "show", description = "Shows one dead letter with its headers and the beginning of its value.")
public final class ShowDeadLetterCommand extends ServiceCommand {

    @Parameters(paramLabel = "<id>", description = "topic:partition:offset, as the list has it.")
    private String id = "";

    public ShowDeadLetterCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected String usualService() {
        return Keepers.ofLetters(List.of(id));
    }

    @Override
    protected int run(InternalApi api) {
        var answer = new DeadLetters(api).show(id);
        var table = new Table("what", "value");
        answer.path("deadLetter")
                .properties()
                .forEach(member -> table.row(member.getKey(), member.getValue().asString("")));
        answer.path("headers")
                .properties()
                .forEach(header ->
                        table.row("header " + header.getKey(), header.getValue().asString("")));
        var value = answer.path("value");
        table.row(
                value.isObject() ? "value (" + text(value, "encoding") + ")" : "value",
                value.isObject() ? text(value, "content") : "none");
        print(answer, table);
        return ExitCode.DONE;
    }
}

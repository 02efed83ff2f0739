package io.koobridge.system.documents.commands;

import java.util.regex.Pattern;

/** A line that a document tells to type. */
public record Command(String line) {

    private static final Pattern EXIT = Pattern.compile("\\s# exit (\\d)\\b.*");

    /** As the comment behind it says; 0 where none does. */
    public int exit() {
        var said = EXIT.matcher(line);
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    /** Without the comment behind it and the blanks around it. */
    public String bare() {
        return line.replaceFirst("\\s+#.*", "").strip();
    }

    /** Whether it calls {@code ./koobridge} with this command. */
    public boolean calls(String command) {
        return line.matches("([A-Z_]+=\\S+ )*\\./koobridge " + command + "( .*)?");
    }
}

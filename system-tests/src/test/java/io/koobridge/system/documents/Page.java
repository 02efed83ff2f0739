package io.koobridge.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of {@code docs} that tests write in parts. {@code -Dkoobridge.write-docs=true} writes them, otherwise they must be right. */
public record Page(Path file) {

    public static Page of(String name) {
        return new Page(Repository.ROOT.resolve("docs").resolve(name));
    }

    public String text() {
        return Repository.read(file);
    }

    /** The text with other contents between {@code <!-- begin name -->} and {@code <!-- end name -->}. */
    public static String with(String text, String name, String content) {
        var begin = "<!-- begin %s -->\n".formatted(name);
        var end = "<!-- end %s -->".formatted(name);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(from >= begin.length() && to >= from)
                .as("the page has a part '%s'", name)
                .isTrue();
        return text.substring(0, from) + content + text.substring(to);
    }

    /** The page is exactly this. */
    public void mustBe(String right) {
        if (Boolean.getBoolean("koobridge.write-docs")) {
            try {
                Files.writeString(file, right);
            } catch (IOException e) {
                throw new AssertionError(file + " cannot be written", e);
            }
        }
        assertThat(file)
                .as("out of date: -Dkoobridge.write-docs=true writes it")
                .content()
                .isEqualTo(right);
    }
}

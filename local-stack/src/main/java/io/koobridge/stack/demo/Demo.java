package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chapters of a buyer's life, played in order. */
public final class Demo {

    private static final List<Chapter> CHAPTERS = List.of(new SaasV2Chapter());

    private final List<Chapter> chapters;
    private final PrintStream out;

    private Demo(List<Chapter> chapters, PrintStream out) {
        this.chapters = chapters;
        this.out = out;
    }

    /**
     * Picks the chapters.
     *
     * @param only the name of the one chapter to play, or null for all
     * @throws StackFailure when there is no such chapter
     */
    public static Demo of(@Nullable String only, PrintStream out) {
        var chapters = CHAPTERS.stream()
                .filter(chapter -> only == null || chapter.name().equals(only))
                .toList();
        if (chapters.isEmpty()) {
            throw new StackFailure("There is no chapter " + only + "; there are: " + String.join(", ", chapterNames()));
        }
        return new Demo(chapters, out);
    }

    public static List<String> chapterNames() {
        return CHAPTERS.stream().map(Chapter::name).toList();
    }

    /** Whether everything was right. */
    public boolean play(URI simulator) {
        var client = new SimulatorClient(simulator);
        return chapters.stream().map(chapter -> play(chapter, client)).reduce(true, Boolean::logicalAnd);
    }

    private boolean play(Chapter chapter, SimulatorClient simulator) {
        out.println();
        out.println(chapter.title());
        out.println();
        Story story = chapter.play(simulator);
        out.print(story.calls().text());
        out.println();
        for (Check check : story.checks()) {
            out.println((check.holds() ? "  right  " : "  WRONG  ") + check.statement());
        }
        long wrong = story.checks().stream().filter(check -> !check.holds()).count();
        out.println();
        out.println(
                wrong == 0 ? "All is right." : wrong + " of " + story.checks().size() + " checks are wrong.");
        return wrong == 0;
    }
}

package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chapters of a buyer's life and of all that can go wrong in it, played in order. */
public final class Demo {

    /** A variable of the place by which enterprises are as large as the simulator's usual ones. */
    public static final String WHOLE_ENTERPRISE = JointOperationsChapter.WHOLE;

    private static final List<Chapter> CHAPTERS = List.of(
            new LifeChapter(),
            new OtherLivesChapter(),
            new V1Chapter(),
            new LicensesChapter(),
            new LicenseV1Chapter(),
            new CodesChapter(),
            new JointOperationsChapter(),
            new ImportChapter(),
            new NotificationsChapter(),
            new DebugChapter(),
            new FaultsChapter(),
            new OpenApiChapter(),
            new OutagesChapter(),
            new DeadLettersChapter(),
            new ExplainChapter());

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
    public boolean play(Place place) {
        long begin = System.nanoTime();
        var simulator = new SimulatorClient(URI.create(place.variable("KOOBRIDGE_SIMULATOR_URL")));
        var sheet = new Sheet(out);
        try (var ledger = new Ledger(place.variable("KOOBRIDGE_STORE_ADDRESS"))) {
            var product = place.hasExampleProduct() ? Optional.of(new ProductPages()) : Optional.<Witness>empty();
            var stage = new Stage(simulator, new Agreement(simulator, ledger, product), sheet, place);
            chapters.forEach(chapter -> play(chapter, stage));
        }
        Memory.print(place.now(), out);
        out.println();
        out.printf(
                "%s %d rows, %d wrong, %.0f s%n",
                sheet.wrong() == 0 ? "All is right." : "Not all is right.",
                sheet.rows(),
                sheet.wrong(),
                (System.nanoTime() - begin) / 1e9);
        return sheet.wrong() == 0 && sheet.rows() > 0;
    }

    private void play(Chapter chapter, Stage stage) {
        out.println();
        out.println(chapter.name() + ": " + chapter.title());
        out.println();
        if (chapter.needsOutages() && stage.place().mayStop().isEmpty()) {
            out.println("   Not played: it stops processes, and this suite is not the demo's own.");
            return;
        }
        long begin = System.nanoTime();
        stage.sheet().head();
        chapter.play(stage);
        out.println();
        out.printf("   chapter %s: %.1f s%n", chapter.name(), (System.nanoTime() - begin) / 1e9);
    }
}

package io.koobridge.benchmark.load.tenants;

import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the repetitions say of enterprises. */
final class TenantFindings {

    private static final double ACKNOWLEDGED_MILLIS = 300;
    private static final double USERS_STORED_SECONDS = 120;
    private static final double ORGANISATION_SECONDS = 3;
    private static final double ORGANISATION_STORED_SECONDS = 15;

    /** What the service may use, by {@code -Xmx}. */
    private static final double HEAP_MEBIBYTES = 192;

    private final List<Measured> all;
    private final int users;
    private final int departments;

    TenantFindings(List<Measured> all, int users, int departments) {
        this.all = List.copyOf(all);
        this.users = users;
        this.departments = departments;
    }

    Results results() {
        return new Results(List.of(table()), bars(), figures());
    }

    private Table table() {
        return new Table(
                "An enterprise of %d users and %d departments".formatted(users, departments),
                List.of("", "each"),
                List.of(
                        row("500 users acknowledged, median, ms", Measured::medianMillis, 1),
                        row("500 users acknowledged, p99, ms", Measured::p99Millis, 1),
                        row("all users stored, s", TenantFindings::usersStored, 1),
                        row("users stored each second", Measured::rowsPerSecond, 0),
                        row("store: bulk inserts each second", Measured::bulkInserts, 0),
                        row("share of the store's own rate, %", measured -> measured.share() * 100, 1),
                        row("organisation acknowledged, s", TenantFindings::organisation, 2),
                        row("organisation stored after that, s", TenantFindings::organisationStored, 1),
                        row("heap of tenant-sync-service, MiB", Measured::heap, 0)),
                List.of(
                        "Calls of 500 users come one after the other, as fast as they are acknowledged, while the service stores what came before. Each has a mobile number and an e-mail address, which the gateway seals.",
                        "Stored is what is in the store, counted there. A row is read before it is written, since the later word counts: one question and one bulk of writes for the rows of a part.",
                        "The store's own rate is that of the same documents in bulks of 500 into a collection without an index, three bulks at once, right after the users.",
                        "The heap is what the service had in use when all was stored, garbage included; it has %.0f MiB at most. There is no directory."
                                .formatted(HEAP_MEBIBYTES)));
    }

    private List<String> row(String what, ToDoubleFunction<Measured> quantity, int decimals) {
        return List.of(what, spread(quantity).text(decimals));
    }

    private List<Bar> bars() {
        double p99 = spread(Measured::p99Millis).median();
        double stored = spread(TenantFindings::usersStored).median();
        double organisation = spread(TenantFindings::organisation).median();
        double organisationStored = spread(TenantFindings::organisationStored).median();
        double heap = spread(Measured::heap).greatest();
        return List.of(
                Bar.atMost(
                        "p99 of the acknowledgement of 500 users ≤ %.0f ms".formatted(ACKNOWLEDGED_MILLIS),
                        p99,
                        ACKNOWLEDGED_MILLIS,
                        text("%.0f ms", p99)),
                Bar.atMost(
                        "%d users stored ≤ %.0f s".formatted(users, USERS_STORED_SECONDS),
                        stored,
                        USERS_STORED_SECONDS,
                        text("%.0f s, ", stored)
                                + text(
                                        "%.0f %% of the store's own rate",
                                        spread(Measured::share).median() * 100)),
                Bar.atMost(
                        "an organisation of %d departments acknowledged ≤ %.0f s"
                                .formatted(departments, ORGANISATION_SECONDS),
                        organisation,
                        ORGANISATION_SECONDS,
                        text("%.2f s", organisation)),
                Bar.atMost(
                        "and stored ≤ %.0f s after that".formatted(ORGANISATION_STORED_SECONDS),
                        organisationStored,
                        ORGANISATION_STORED_SECONDS,
                        text("%.1f s", organisationStored)),
                Bar.atMost(
                        "within %.0f MiB of heap".formatted(HEAP_MEBIBYTES),
                        heap,
                        HEAP_MEBIBYTES,
                        text("%.0f MiB", heap)));
    }

    private List<Figure> figures() {
        return List.of(
                new Figure("tenants.users.acknowledged.p99", "ms", spread(Measured::p99Millis)),
                new Figure("tenants.users.stored", "1/s", spread(Measured::rowsPerSecond)),
                new Figure("tenants.store.bulk-inserts", "1/s", spread(Measured::bulkInserts)),
                new Figure("tenants.organisation.acknowledged", "s", spread(TenantFindings::organisation)),
                new Figure("tenants.organisation.stored", "s", spread(TenantFindings::organisationStored)),
                new Figure("tenants.heap", "MiB", spread(Measured::heap)));
    }

    private static double usersStored(Measured measured) {
        return Measured.seconds(measured.usersStored());
    }

    private static double organisation(Measured measured) {
        return Measured.seconds(measured.organisation());
    }

    private static double organisationStored(Measured measured) {
        return Measured.seconds(measured.organisationStored());
    }

    private Spread spread(ToDoubleFunction<Measured> quantity) {
        return Spread.of(all.stream().mapToDouble(quantity).boxed().toList());
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package io.koobridge.benchmark.load;

import io.koobridge.benchmark.load.callbacks.CallbackSection;
import io.koobridge.benchmark.load.demo.DemoSection;
import io.koobridge.benchmark.load.editions.EditionSection;
import io.koobridge.benchmark.load.ledger.ApplySection;
import io.koobridge.benchmark.load.ledger.ScaleSection;
import io.koobridge.benchmark.load.licenses.LicenseSection;
import io.koobridge.benchmark.load.micro.MicroSection;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.benchmark.load.startup.StartupSection;
import io.koobridge.benchmark.load.suite.SuiteSection;
import io.koobridge.benchmark.load.tenants.TenantSection;
import java.util.List;

/** Everything that can be measured, in the order in which it is. */
final class Sections {

    private Sections() {}

    static List<Section> all() {
        return List.of(
                new CallbackSection(),
                new EditionSection(),
                new SuiteSection(),
                new StartupSection(),
                new ApplySection(),
                new ScaleSection(),
                new LicenseSection(),
                new TenantSection(),
                new DemoSection(),
                new MicroSection());
    }
}

package io.koobridge.simulator.enterprise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that people do in an enterprise: it changes what is true, and the seller is told by calls. */
public interface Deed {

    /** Changes the truth, and says by which calls the seller learns it. */
    List<Planned> done(Truth truth);

    /** What the enterprise is afterwards, if all calls succeed; null: it stays. */
    default @Nullable Boolean binds() {
        return null;
    }
}

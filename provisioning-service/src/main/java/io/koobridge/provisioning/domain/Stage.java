package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;

/**
 * Where an instance is in its life, a type per stage: what a stage cannot do is no method of it (saas-v2 §2). {@code
 * docs/instance-states.md} is drawn from these types.
 */
public sealed interface Stage permits Sold, Stage.Failed, Stage.Released {

    Instance instance();

    Phase phase();

    static Stage of(Instance instance) {
        var failed = instance.status().failure() != null;
        return switch (phase(instance.spec().wanted().value(), instance.ready(), failed)) {
            case PROVISIONING -> new Sold.Provisioning(instance);
            case ACTIVE -> new Sold.Active(instance);
            case FROZEN -> new Sold.Frozen(instance);
            case FAILED -> new Failed(instance);
            case RELEASED -> new Released(instance);
        };
    }

    /** All that a stage follows from, so that whoever counts instances need not read them. */
    static Phase phase(WantedState wanted, boolean ready, boolean failed) {
        // Release counts from the moment that it is wanted: nobody may use, renew or freeze it any more.
        if (wanted == WantedState.RELEASED) {
            return Phase.RELEASED;
        }
        if (!ready) {
            return failed ? Phase.FAILED : Phase.PROVISIONING;
        }
        return wanted == WantedState.FROZEN ? Phase.FROZEN : Phase.ACTIVE;
    }

    /** Refused for good before it was ready once: nothing to freeze, renew or upgrade. */
    record Failed(Instance instance) implements Stage {

        @Override
        public Phase phase() {
            return Phase.FAILED;
        }
    }

    /** The end; the tombstone stays. */
    record Released(Instance instance) implements Stage {

        @Override
        public Phase phase() {
            return Phase.RELEASED;
        }
    }
}

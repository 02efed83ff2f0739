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
        var wanted = instance.spec().wanted().value();
        // Release counts from the moment that it is wanted: nobody may use, renew or freeze it any more.
        if (wanted == WantedState.RELEASED) {
            return new Released(instance);
        }
        if (!instance.ready()) {
            return instance.status().failure() == null ? new Sold.Provisioning(instance) : new Failed(instance);
        }
        return wanted == WantedState.FROZEN ? new Sold.Frozen(instance) : new Sold.Active(instance);
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

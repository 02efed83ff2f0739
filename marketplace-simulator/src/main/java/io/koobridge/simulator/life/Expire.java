package io.koobridge.simulator.life;

import java.util.Map;

/** {@code expireInstance} (saas-v1 §3.3): only V1 has it. The instance is frozen, its data are kept. */
public record Expire() implements Step {

    @Override
    public Kind kind() {
        return Kind.EXPIRE;
    }

    @Override
    public String activity() {
        return "expireInstance";
    }

    /** What V2 says instead, when the product has moved before this could be delivered. */
    @Override
    public Map<String, Object> members(Naming naming) {
        return new SetStatus(true).members(naming);
    }

    @Override
    public Belief believed(Belief before, Told told) {
        return before.wanting(Belief.Wanted.FROZEN, told.asOf());
    }
}

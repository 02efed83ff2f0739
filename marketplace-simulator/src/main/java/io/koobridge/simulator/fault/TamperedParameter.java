package io.koobridge.simulator.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody on the way added, removed or changed a parameter: all of them are signed, also those that nobody knows (saas-v1 §7.1). */
public record TamperedParameter(How how) implements Fault.OfToken {

    public enum How {
        ADDED,
        REMOVED,
        CHANGED
    }

    public TamperedParameter {
        how = Limits.orElse(how, How.CHANGED);
    }

    @Override
    public String name() {
        return "TAMPERED_PARAMETER";
    }

    @Override
    public Expected expected() {
        return Expected.signatureRefused();
    }

    @Override
    public String query(TokenQuery honest) {
        Map<String, String> sent = new LinkedHashMap<>(honest.signed());
        // The last before timeStamp, so that activity stays.
        String victim = honest.signed().keySet().stream()
                .filter(name -> !name.equals("timeStamp"))
                .reduce((first, second) -> second)
                .orElseThrow();
        switch (how) {
            case ADDED -> sent.put("futureText", "added");
            case REMOVED -> sent.remove(victim);
            case CHANGED -> sent.put(victim, sent.get(victim) + "0");
        }
        return TokenQuery.written(sent, honest.token());
    }
}

package io.koobridge.simulator.fault;

/** Uses the line slowly. A body must be there within ten seconds (design §3.1); near that limit nobody could foretell the answer. */
public record SlowReader(Part part, Integer seconds) implements Fault.OfLine {

    public enum Part {
        ANSWER,
        BODY
    }

    public SlowReader {
        part = Limits.orElse(part, Part.ANSWER);
        seconds = Limits.number("seconds", seconds, 2, 1, 30);
        if (seconds >= 9 && seconds <= 11) {
            throw new IllegalArgumentException("seconds must not be from 9 to 11: too near the limit of 10");
        }
    }

    @Override
    public String name() {
        return "SLOW_READER";
    }

    @Override
    public Expected expected() {
        return part == Part.BODY && seconds > 10 ? Expected.parameterRefused() : Expected.success();
    }
}

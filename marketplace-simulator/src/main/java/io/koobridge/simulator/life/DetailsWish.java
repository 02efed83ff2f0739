package io.koobridge.simulator.life;

/** To see the resource details now. */
public record DetailsWish() implements Wish {
    @Override
    public Step step(Counter counter) {
        return new Details();
    }
}

package io.koobridge.benchmark.load.section;

import java.util.Collection;
import java.util.Locale;

/**
 * What the repetitions of one measurement gave.
 *
 * @param median the middle one; of an even number the mean of the two in the middle
 */
public record Spread(double median, double least, double greatest) {

    /**
     * What these values are like.
     *
     * @throws IllegalArgumentException when there is no value
     */
    public static Spread of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The median, and in brackets from where to where the repetitions went. */
    public String text(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + " … " + number + ")", median, least, greatest);
    }
}

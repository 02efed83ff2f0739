package io.koobridge.simulator.life;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Sums over sales; every status is there, also with zero. */
public record Summary(int total, Map<String, Integer> byStatus, long attempts, long polls) {

    static Summary of(Stream<Sale> sales) {
        Map<String, Integer> byStatus = new LinkedHashMap<>();
        Stream.of(Sale.ORDERED, Sale.ACCEPTED, Sale.READY, Sale.FAILED_REFUNDED)
                .forEach(status -> byStatus.put(status, 0));
        long[] sums = new long[3];
        sales.forEach(sale -> {
            byStatus.merge(sale.status(), 1, Integer::sum);
            sums[0]++;
            sums[1] += sale.trail().first().attempts().count();
            sums[2] += sale.seen().polls().count();
        });
        return new Summary(Math.toIntExact(sums[0]), byStatus, sums[1], sums[2]);
    }
}

package io.koobridge.benchmark.load.section;

/**
 * One measured quantity.
 *
 * @param name what of what, as in {@code gateway.500-calls-s.cpu-per-call.gateway}
 * @param unit as in {@code ms}, {@code calls/s}, {@code MiB}
 */
public record Figure(String name, String unit, Spread spread) {}

package io.koobridge.benchmark.micro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** The table: each benchmark beside the bare work of the same name, with the same parameters, of the same run. */
final class Ratios {

    private static final String BARE = "bare";
    private static final String NONE = "-";

    private final Map<String, RunResult> byName = new LinkedHashMap<>();

    Ratios(Collection<RunResult> results) {
        results.forEach(result -> byName.put(name(result.getParams(), method(result)) + parameters(result), result));
    }

    /** Markdown, in nanoseconds. */
    String table() {
        var lines = new ArrayList<String>();
        lines.add("| benchmark | ns | ± | bare, ns | ratio |");
        lines.add("|---|---:|---:|---:|---:|");
        byName.values().stream()
                .filter(result -> !isBare(result))
                .map(this::line)
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    /** Bare work that belongs to no benchmark: a name that was changed on one side only. */
    List<String> orphans() {
        return byName.values().stream()
                .filter(Ratios::isBare)
                .map(result -> name(result.getParams(), measured(method(result))) + parameters(result))
                .filter(benchmark -> !byName.containsKey(benchmark))
                .toList();
    }

    private String line(RunResult result) {
        var own = result.getPrimaryResult();
        var name = name(result.getParams(), method(result)) + parameters(result);
        var bare = byName.get(name(result.getParams(), bare(method(result))) + parameters(result));
        return bare == null
                ? "| %s | %s | %s | %s | %s |"
                        .formatted(name, number(own.getScore()), number(own.getScoreError()), NONE, NONE)
                : "| %s | %s | %s | %s | %s |"
                        .formatted(
                                name,
                                number(own.getScore()),
                                number(own.getScoreError()),
                                number(bare.getPrimaryResult().getScore()),
                                String.format(
                                        Locale.ROOT,
                                        "%.2f",
                                        own.getScore() / bare.getPrimaryResult().getScore()));
    }

    private static boolean isBare(RunResult result) {
        return method(result).startsWith(BARE);
    }

    private static String bare(String method) {
        return BARE + Character.toUpperCase(method.charAt(0)) + method.substring(1);
    }

    private static String measured(String bare) {
        var method = bare.substring(BARE.length());
        return Character.toLowerCase(method.charAt(0)) + method.substring(1);
    }

    private static String method(RunResult result) {
        var name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String name(BenchmarkParams params, String method) {
        var type = params.getBenchmark().substring(0, params.getBenchmark().lastIndexOf('.'));
        return type.substring(type.lastIndexOf('.') + 1) + '.' + method;
    }

    private static String parameters(RunResult result) {
        var params = result.getParams();
        var text = new StringBuilder();
        for (var key : params.getParamsKeys()) {
            text.append(' ').append(key).append('=').append(params.getParam(key));
        }
        return text.toString();
    }

    private static String number(double nanoseconds) {
        return Double.isNaN(nanoseconds) ? NONE : String.format(Locale.ROOT, "%,.0f", nanoseconds);
    }
}

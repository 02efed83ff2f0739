package io.koobridge.benchmark.load.process;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

/** The metrics of one process, as an operator's Prometheus would read them. */
public final class Meters implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;

    public Meters(int internalPort) {
        request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internalPort + "/actuator/prometheus"))
                .build();
    }

    /** What the process says now. */
    public Reading read() throws InterruptedException {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackFailure("%s answered %d".formatted(request.uri(), answer.statusCode()));
            }
            return new Reading(answer.body().lines().toList());
        } catch (IOException e) {
            throw new StackFailure("%s cannot be read: %s".formatted(request.uri(), e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** All samples at one moment, a line each. */
    public record Reading(List<String> samples) {

        /** The sum of all samples of this name that have each of these labels, written {@code label="value"}. */
        public long sum(String name, String... labels) {
            return Math.round(samples.stream()
                    .filter(sample -> sample.startsWith(name + "{"))
                    .filter(sample -> Arrays.stream(labels).allMatch(sample::contains))
                    .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
                    .sum());
        }

        /** Commands that changed something in the store, or could have: each is one durable write. */
        public long writes() {
            return commands("insert") + commands("update") + commands("findAndModify");
        }

        private long commands(String name) {
            return sum("mongodb_driver_commands_seconds_count", "command=\"" + name + "\"");
        }

        public long facts(String fact, String outcome) {
            return sum("koobridge_facts_total", "fact=\"" + fact + "\"", "outcome=\"" + outcome + "\"");
        }

        /** How often an instance became as it is wanted. */
        public long reconciled() {
            return sum("koobridge_reconcile_total", "outcome=\"settled\"");
        }
    }
}

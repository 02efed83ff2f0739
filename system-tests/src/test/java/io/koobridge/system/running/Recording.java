package io.koobridge.system.running;

import io.koobridge.system.running.RecordedCall.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the recording provisioner saw, in the order in which it saw it. */
record Recording(List<RecordedCall> lines) {

    Recording {
        lines = List.copyOf(lines);
    }

    private Stream<RecordedCall> arrivals() {
        return lines.stream().filter(line -> line.moment() == Moment.ARRIVED);
    }

    long calls() {
        return arrivals().count();
    }

    long refused() {
        return lines.stream().filter(line -> line.moment() == Moment.REFUSED).count();
    }

    /** The instances that each order was provisioned as. */
    Map<String, Set<String>> instancesByOrder() {
        return arrivals()
                .collect(Collectors.groupingBy(
                        RecordedCall::orderId,
                        TreeMap::new,
                        Collectors.mapping(RecordedCall::instanceId, Collectors.toCollection(TreeSet::new))));
    }

    /** The highest generation of each instance that was answered with success. */
    Map<String, Long> acknowledgedGenerations() {
        var highest = new TreeMap<String, Long>();
        lines.stream()
                .filter(RecordedCall::acknowledges)
                .forEach(line -> highest.merge(line.instanceId(), line.generation(), Math::max));
        return highest;
    }

    /** What each instance was last made to be. */
    Map<String, String> lastMade() {
        var made = new TreeMap<String, String>();
        lines.stream().filter(RecordedCall::acknowledges).forEach(line -> made.put(line.instanceId(), line.wanted()));
        return made;
    }

    /** What was bought and until when, as each instance was last made. */
    Map<String, String> lastTerms() {
        var terms = new TreeMap<String, String>();
        lines.stream().filter(RecordedCall::acknowledges).forEach(line -> terms.put(line.instanceId(), line.terms()));
        return terms;
    }

    /** Calls that arrived after a higher generation of the same instance had been acknowledged. */
    List<RecordedCall> overtaken() {
        var highest = new HashMap<String, Long>();
        var late = new ArrayList<RecordedCall>();
        for (RecordedCall line : lines) {
            if (line.moment() == Moment.ARRIVED && line.generation() < highest.getOrDefault(line.instanceId(), 0L)) {
                late.add(line);
            }
            if (line.acknowledges()) {
                highest.merge(line.instanceId(), line.generation(), Math::max);
            }
        }
        return late;
    }

    /** Calls that arrived while another about the same instance was being worked on. */
    List<RecordedCall> besideAnother() {
        var open = new HashSet<String>();
        var beside = new ArrayList<RecordedCall>();
        for (RecordedCall line : lines) {
            if (line.moment() == Moment.ANSWERED) {
                open.remove(line.instanceId());
            } else if (line.moment() == Moment.ARRIVED && !open.add(line.instanceId())) {
                beside.add(line);
            }
        }
        return beside;
    }
}

package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.ACCESS;
import static io.koobridge.provisioning.Instances.FAILURE;
import static io.koobridge.provisioning.Instances.fact;
import static java.util.stream.Collectors.joining;

import io.koobridge.events.Outcome;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws an instance's life by living it: every sample is put to every decision, and what comes of it is an arrow. */
final class StateDiagram {

    private static final String NOWHERE = "[*]";

    /** At least one of each stage; two where what is seen decides where it goes on to. */
    static final List<Instance> SAMPLES = List.of(
            Instances.learned(),
            Instances.after(Instances.learned(), fact("freeze", 10, new InstanceFrozen())),
            Instances.active(),
            Instances.frozen(),
            Instances.failed(),
            Instances.released());

    /** One of each kind; of a change of the term one for each edition. */
    static final List<InstanceFact> FACTS = List.of(
            Instances.PURCHASE,
            Instances.LEARNED,
            Instances.RENEWAL,
            new TermChanged(
                    TermChange.RENEWAL, Instances.RENEWAL_ORDER, null, Instances.RENEWED, true, Instances.BOUGHT),
            Instances.UPGRADE,
            new InstanceFrozen(),
            new InstanceUnfrozen(),
            new InstanceReleased(null));

    private static final Report READY = new Report.Ready(ACCESS);
    private static final Report IMPOSSIBLE = new Report.Impossible(FAILURE);

    private StateDiagram() {}

    static String mermaid() {
        return arrows().entrySet().stream()
                .map(arrow -> "    %s: %s".formatted(arrow.getKey(), String.join(", ", arrow.getValue())))
                .collect(joining("\n", "stateDiagram-v2\n", ""));
    }

    /** A row for each fact, a column for each stage. */
    static String table() {
        var stages = Stream.concat(Stream.of(NOWHERE), SAMPLES.stream().map(StateDiagram::stage))
                .distinct()
                .toList();
        var head = "| fact | %s |\n|---%s|"
                .formatted(
                        stages.stream().map(StateDiagram::title).collect(joining(" | ")), "|---".repeat(stages.size()));
        return FACTS.stream()
                .map(fact -> "| %s | %s |"
                        .formatted(
                                name(fact),
                                stages.stream()
                                        .map(stage -> cell(sample(stage), fact))
                                        .collect(joining(" | "))))
                .collect(joining("\n", head + "\n", ""));
    }

    static String stage(@Nullable Instance instance) {
        return instance == null ? NOWHERE : Stage.of(instance).getClass().getSimpleName();
    }

    private static Map<String, Set<String>> arrows() {
        var arrows = new LinkedHashMap<String, Set<String>>();
        for (var fact : FACTS) {
            arrow(arrows, null, name(fact), current -> Decisions.decide(current, fact("new", 60, fact)));
        }
        for (var wanted : WantedState.values()) {
            arrow(arrows, null, "import", now -> Decisions.decide(now, Instances.imported(wanted)));
        }
        for (var instance : SAMPLES) {
            for (var fact : FACTS) {
                arrow(arrows, instance, name(fact), current -> Decisions.decide(current, fact("new", 60, fact)));
            }
            arrow(arrows, instance, "retry", Decisions::retry);
            arrow(arrows, instance, "product says READY", now -> READY.on(now, instance.generation()));
            arrow(arrows, instance, "product says REFUSED", now -> IMPOSSIBLE.on(now, instance.generation()));
        }
        return arrows;
    }

    private static void arrow(
            Map<String, Set<String>> arrows,
            @Nullable Instance from,
            String label,
            Function<@Nullable Instance, Outcome<Instance>> step) {
        if (step.apply(from) instanceof Outcome.Applied<Instance>(var next)
                && !stage(next).equals(stage(from))) {
            arrows.computeIfAbsent("%s --> %s".formatted(stage(from), stage(next)), _ -> new LinkedHashSet<>())
                    .add(label);
        }
    }

    private static @Nullable Instance sample(String stage) {
        return SAMPLES.stream()
                .filter(instance -> stage(instance).equals(stage))
                .findFirst()
                .orElse(null);
    }

    private static String cell(@Nullable Instance instance, InstanceFact fact) {
        return switch (Decisions.decide(instance, fact("new", 60, fact))) {
            case Outcome.Applied<Instance>(var next) ->
                stage(next).equals(stage(instance)) ? "stored" : "→ " + stage(next);
            case Outcome.Unchanged<Instance> _ -> "nothing to do";
            case Outcome.Stale<Instance> _ -> "stale";
            case Outcome.Refused<Instance>(var reason) -> "refused: " + reason;
        };
    }

    private static String title(String stage) {
        return stage.equals(NOWHERE) ? "(unknown)" : stage;
    }

    private static String name(InstanceFact fact) {
        var name = fact.getClass().getSimpleName();
        return fact instanceof TermChanged term && term.thaws() ? name + " that thaws" : name;
    }
}

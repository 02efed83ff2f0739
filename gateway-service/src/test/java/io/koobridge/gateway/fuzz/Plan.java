package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * How one call comes to be: everything about it follows from the seed and its number.
 *
 * @param resigned signed after its body was changed; otherwise before
 * @param again what follows it
 */
record Plan(
        int number,
        Place place,
        Tree.Obj origin,
        Signed signed,
        boolean resigned,
        List<Step> steps,
        Mood mood,
        Again again) {

    private static final int LAST_REPEATED = 6_000;

    /** A mutation with the chance that decides how it turns out. */
    record Step(Mutation mutation, long seed) {

        RandomGenerator random() {
            return Plan.random(seed);
        }
    }

    /** What comes after the call. */
    enum Again {
        NOTHING,
        THE_SAME,
        /** Another body under the same nonce, rightly signed. */
        SAME_NONCE
    }

    static Plan of(long seed, int number) {
        var random = random(seed * 1_000_003 + number);
        var place = random.nextInt(4) == 0 ? Place.EUROPE : Place.CHINA;
        return of(random, number, place, () -> new Corpus(random).any());
    }

    /** Of a call about licences or authorization codes. */
    static Plan ofLicenses(long seed, int number) {
        var random = random(seed * 1_000_003 + number);
        var place = random.nextInt(3) == 0 ? Place.CODES : Place.LICENSES;
        return of(random, number, place, () -> new LicenseCorpus(random).any(place));
    }

    private static Plan of(RandomGenerator random, int number, Place place, Supplier<Tree.Obj> corpus) {
        var keys = place.goodKeys();
        var signed = new Signed(
                keys.get(random.nextInt(keys.size())).secret(),
                "n%dx%s".formatted(number, Long.toString(random.nextLong(1L << 40), 36)),
                Long.toString(Place.NOW.toEpochMilli() + random.nextInt(-60_000, 60_001)),
                false);
        boolean resigned = number % 2 == 0;
        return new Plan(
                number,
                place,
                corpus.get(),
                signed,
                resigned,
                steps(random, resigned),
                Mood.of(random),
                again(random, number));
    }

    /** Only while nothing had to be forgotten, for what was forgotten is done again. */
    private static Again again(RandomGenerator random, int number) {
        return number > LAST_REPEATED ? Again.NOTHING : Plan.pick(random, Again.values());
    }

    /** One in twenty of those that are signed again has nothing wrong about it. */
    private static List<Step> steps(RandomGenerator random, boolean resigned) {
        var steps = new ArrayList<Step>();
        int count = resigned ? random.nextInt(20) == 0 ? 0 : random.nextInt(1, 4) : random.nextInt(1, 3);
        for (int i = 0; i < count; i++) {
            var choice = choice(random, resigned);
            steps.add(new Step(choice.get(random.nextInt(choice.size())), random.nextLong()));
        }
        return steps;
    }

    private static List<Mutation> choice(RandomGenerator random, boolean resigned) {
        var phases = List.of(Mutation.Phase.values());
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> Mutation.of(Mutation.Phase.STRUCTURE);
            case 5, 6 -> Mutation.of(Mutation.Phase.BYTES);
            case 7 -> Mutation.of(Mutation.Phase.SIGNED);
            case 8 -> Mutation.of(Mutation.Phase.WRITTEN);
            default -> Mutation.of(resigned ? phases.get(random.nextInt(4)) : Mutation.Phase.BROKEN);
        };
    }

    Plan withSteps(List<Step> fewer) {
        return new Plan(number, place, origin, signed, resigned, fewer, mood, again);
    }

    /** The body before anything was done to it. */
    byte[] original() {
        return bytes(TreeWriter.write(origin));
    }

    Wire wire() {
        return wire(body());
    }

    /** With this body, however it came about. */
    Wire wire(byte[] body) {
        var formula = formula();
        var query = Query.of(formula, formula.over(resigned ? body : original()));
        var method = "POST";
        for (var step : steps) {
            switch (step.mutation()) {
                case OTHER_METHOD ->
                    method = List.of("PATCH", "PUT", "DELETE", "OPTIONS", "post")
                            .get(step.random().nextInt(5));
                case OTHER_KEY ->
                    query = query.with("signature", withBadKey(step, formula).over(body));
                default -> {
                    boolean after = step.mutation().phase() == Mutation.Phase.WRITTEN
                            || step.mutation().phase() == Mutation.Phase.BROKEN;
                    query = after ? new ParameterMutations(step.random()).apply(step.mutation(), query) : query;
                }
            }
        }
        return new Wire(place, method, query.text(), body, formula);
    }

    byte[] body() {
        var tree = origin;
        for (var step : of(Mutation.Phase.STRUCTURE)) {
            tree = new StructureMutations(step.random()).apply(step.mutation(), tree);
        }
        var body = bytes(TreeWriter.write(tree));
        for (var step : of(Mutation.Phase.BYTES)) {
            body = new ByteMutations(step.random()).apply(step.mutation(), body);
        }
        return body;
    }

    private Signed formula() {
        var formula = signed;
        for (var step : of(Mutation.Phase.SIGNED)) {
            formula = new ParameterMutations(step.random()).apply(step.mutation(), formula);
        }
        return formula;
    }

    private Signed withBadKey(Step step, Signed formula) {
        var bad = place.badKeys();
        return formula.withSecret(bad.get(step.random().nextInt(bad.size())).secret());
    }

    private List<Step> of(Mutation.Phase phase) {
        return steps.stream().filter(step -> step.mutation().phase() == phase).toList();
    }

    String mutations() {
        return steps.stream().map(step -> step.mutation().name()).collect(Collectors.joining(", "));
    }

    /** One of them. */
    static <E> E pick(RandomGenerator random, E[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

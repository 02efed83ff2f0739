package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.gateway.fuzz.Query.Pair;
import io.koobridge.gateway.fuzz.V1Mutation.Phase;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How one V1 call comes to be: everything about it follows from the seed and its number.
 *
 * @param secret of the key that signs it
 * @param post in a body instead of a query
 */
record V1Plan(
        int number, Place place, String secret, Map<String, String> origin, boolean post, List<Step> steps, Mood mood) {

    /** A mutation with the chance that decides how it turns out. */
    record Step(V1Mutation mutation, long seed) {

        RandomGenerator random() {
            return Plan.random(seed);
        }
    }

    static V1Plan of(long seed, int number) {
        var random = Plan.random(seed * 1_000_003 + number);
        return of(random, number, Plan.pick(random, Place.ofSaas()));
    }

    /** Of a call about licences. */
    static V1Plan ofLicenses(long seed, int number) {
        return of(Plan.random(seed * 1_000_003 + number), number, Place.LICENSES);
    }

    private static V1Plan of(RandomGenerator random, int number, Place place) {
        var keys = place.goodV1Keys();
        var secret = keys.get(random.nextInt(keys.size())).secret();
        return new V1Plan(
                number,
                place,
                secret,
                place == Place.LICENSES ? new V1LicenseCorpus(random).any() : new V1Corpus(random, secret).any(),
                place != Place.LICENSES && random.nextInt(place == Place.WORLD ? 3 : 40) == 0,
                steps(random),
                Mood.of(random));
    }

    private static List<Step> steps(RandomGenerator random) {
        var phases =
                switch (random.nextInt(16)) {
                    case 0 -> List.<Phase>of();
                    case 1, 2, 3 -> List.of(Phase.SPELLED);
                    case 4 -> List.of(Phase.SPELLED, Phase.SPELLED);
                    case 5, 6, 7, 8 -> List.of(Phase.SAID);
                    case 9 -> List.of(Phase.SAID, Phase.SAID, Phase.SPELLED);
                    case 10 -> List.of(Phase.SAID, Phase.BROKEN);
                    case 11 -> List.of(Phase.BROKEN, Phase.SPELLED);
                    case 12 -> List.of(Phase.BROKEN, Phase.BROKEN);
                    default -> List.of(Phase.BROKEN);
                };
        var steps = new ArrayList<Step>();
        for (var phase : phases) {
            var choice = V1Mutation.of(phase);
            steps.add(new Step(choice.get(random.nextInt(choice.size())), random.nextLong()));
        }
        return steps;
    }

    V1Plan withSteps(List<Step> fewer) {
        return new V1Plan(number, place, secret, origin, post, fewer, mood);
    }

    /** What is signed. */
    Map<String, String> said() {
        var said = origin;
        for (var step : steps) {
            if (step.mutation().phase() == Phase.SAID) {
                said = new V1SaidMutations(step.random()).apply(step.mutation(), said);
            }
        }
        return said;
    }

    boolean isBroken() {
        return steps.stream().anyMatch(step -> step.mutation().phase() == Phase.BROKEN);
    }

    /** Whether nobody may take it for anything but what was signed, nor refuse it for how it is spelled. */
    boolean isLegal() {
        return !post
                && steps.stream()
                                .filter(step -> step.mutation().phase() != Phase.SAID)
                                .count()
                        <= 1
                && !isBroken();
    }

    V1Wire wire() {
        var said = said();
        var signed = isSignedWithoutBlanks() || post ? V1Verifier.withoutBlank(said) : said;
        var token = V1Signing.token(signingSecret(), said.getOrDefault("timeStamp", ""), signed);
        return post ? body(said, token) : query(said, token);
    }

    private V1Wire query(Map<String, String> said, String token) {
        var pairs = new ArrayList<Pair>();
        said.forEach((name, value) -> pairs.add(new Pair(encoded(name), encoded(value))));
        pairs.add(new Pair("authToken", encoded(token)));
        var query = new Query(pairs);
        var method = "GET";
        var between = "&";
        var body = new byte[0];
        for (var step : steps) {
            switch (step.mutation()) {
                case OTHER_KEY -> {
                    // Signed with it.
                }
                case NOTHING_BETWEEN -> between = "&&";
                case OTHER_METHOD ->
                    method = List.of("HEAD", "PUT", "DELETE", "OPTIONS", "get", "POST")
                            .get(step.random().nextInt(6));
                case BODY_OF_A_GET -> body = "{\"activity\":\"releaseInstance\"}".getBytes(UTF_8);
                default -> {
                    if (step.mutation().phase() != Phase.SAID) {
                        query = new V1QueryMutations(step.random()).apply(step.mutation(), query);
                    }
                }
            }
        }
        var text = between.substring(1) + query.text().replace("&", between);
        return new V1Wire(place, method, text, body, "");
    }

    private V1Wire body(Map<String, String> said, String token) {
        var random = Plan.random(number);
        var body = TreeWriter.write(new Tree.Obj(said.entrySet().stream()
                        .map(each -> new Tree.Member(each.getKey(), json(each.getValue(), random)))
                        .toList()))
                .getBytes(UTF_8);
        var query = "";
        for (var step : steps) {
            switch (step.mutation()) {
                case PARAMETERS_OF_V2 -> query = "signature=%s&timestamp=1&nonce=n".formatted("0".repeat(64));
                case PARAMETER_CHANGED, PARAMETER_REMOVED, BYTES_CHANGED, TOKEN_CHANGED ->
                    body = new ByteMutations(step.random()).apply(Mutation.BYTES_REPLACED, body);
                case BAD_UTF8 -> body = new ByteMutations(step.random()).apply(Mutation.BAD_UTF8, body);
                case PERCENT_CUT -> body = new ByteMutations(step.random()).apply(Mutation.CUT, body);
                case PARAMETER_HUGE -> body = new byte[256 * 1024 + 1];
                case REORDERED, PERCENT_ENCODED ->
                    body = new ByteMutations(step.random()).apply(Mutation.OTHER_SPELLING, body);
                default -> {
                    // What happens to queries only.
                }
            }
        }
        return new V1Wire(place, "POST", query, body, token);
    }

    /** Numbers as numbers now and then, since the tables call them so. */
    private static Tree json(String value, RandomGenerator random) {
        return value.matches("[1-9][0-9]{0,8}") && random.nextBoolean() ? new Tree.Raw(value) : new Tree.Text(value);
    }

    private boolean isSignedWithoutBlanks() {
        return steps.stream().anyMatch(step -> step.mutation() == V1Mutation.SIGNED_WITHOUT_BLANKS);
    }

    private String signingSecret() {
        return steps.stream()
                .filter(step -> step.mutation() == V1Mutation.OTHER_KEY)
                .map(step -> place.badV1Keys()
                        .get(step.random().nextInt(place.badV1Keys().size()))
                        .secret())
                .findFirst()
                .orElse(secret);
    }

    String mutations() {
        return steps.stream().map(step -> step.mutation().name()).collect(Collectors.joining(", "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}

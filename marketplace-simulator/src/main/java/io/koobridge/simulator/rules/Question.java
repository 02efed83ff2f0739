package io.koobridge.simulator.rules;

/** What an answer must answer. */
public sealed interface Question {

    /** {@code newInstance}: needs an instance id. */
    record Purchase() implements Question {}

    /** {@code queryInstance}: needs the information of this instance. */
    record Information(String instanceId, boolean withUsage) implements Question {}

    /** {@code getLicenseAsync}: accepted, with the licence on its way or there (license §3.5). */
    record Application() implements Question {}

    /** {@code getLicense}: needs an instance id and a licence (license §7). */
    record Licence() implements Question {}

    /** Everything else: needs 000000 and nothing more. */
    record Done() implements Question {}

    static Question of(String activity, String instanceId, boolean withUsage) {
        return switch (activity) {
            case "newInstance" -> new Purchase();
            case "getLicenseAsync" -> new Application();
            case "getLicense" -> new Licence();
            case "queryInstance" -> new Information(instanceId, withUsage);
            default -> new Done();
        };
    }
}

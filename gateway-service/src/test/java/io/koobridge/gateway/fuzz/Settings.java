package io.koobridge.gateway.fuzz;

/** What can be set by system properties, to look for more or to see one call again. */
final class Settings {

    /** The same in every build: a build that fails must fail again. */
    static final long SEED = Long.getLong("koobridge.fuzz.seed", 20_261_122);

    static final int CALLS = Integer.getInteger("koobridge.fuzz.calls", 50_000);

    /** Calls of V1, which has less to say and takes longer to be sealed. */
    static final int V1_CALLS = CALLS / 2;

    /** Calls about licences and authorization codes, which have fewer words. */
    static final int LICENSE_CALLS = CALLS / 2;

    static final int V1_LICENSE_CALLS = CALLS / 5;

    /** -1 for all. */
    static final int ONE_CASE = Integer.getInteger("koobridge.fuzz.case", -1);

    /** Fewer than that need not reach everything. */
    private static final int ENOUGH = 20_000;

    private Settings() {}

    /** Whether so many are tried that they must reach everything. */
    static boolean isEnough() {
        return ONE_CASE < 0 && CALLS >= ENOUGH;
    }
}

package io.koobridge.system.documents.promises;

/**
 * Why a test does not show what it is said to show.
 *
 * @param always false for a test that is skipped only where a tool is missing
 */
record Trouble(String why, boolean always) {

    static Trouble notRun(String why) {
        return new Trouble(why, true);
    }

    static Trouble mayBeSkipped() {
        return new Trouble("it assumes something", false);
    }
}

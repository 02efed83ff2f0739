package io.koobridge.system.running;

/**
 * One line of the recording provisioner's log.
 *
 * @param number of the call; its arrival and its answer have the same
 * @param moment an answer is noted before it is sent: whoever sees it was noted
 * @param generation the fencing number
 * @param orderId of the order that the instance was bought by; each here has one line, of which V1 says nothing
 * @param terms what was bought and until when, as {@link Terms#text} puts it
 */
record RecordedCall(
        long number,
        Moment moment,
        String instanceId,
        long generation,
        String orderId,
        String wanted,
        String terms,
        String answer) {

    enum Moment {
        ARRIVED,
        ANSWERED,
        /** The signature did not verify; nothing else is known. */
        REFUSED
    }

    boolean acknowledges() {
        return moment == Moment.ANSWERED && answer.equals(RecordingProvisioner.READY);
    }
}

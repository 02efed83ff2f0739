package io.koobridge.tenant.outside.scim;

import java.util.List;

/**
 * The writing of one entry.
 *
 * @param subject what its calls are about, in journals
 * @param personal what no sentence may repeat
 */
record Errand(ScimClient client, Deadline deadline, String subject, List<String> personal) {

    Step<ScimReply> send(ScimCall call) {
        return client.send(call, subject, deadline);
    }

    /** An answer that nothing more can be made of. */
    <T> Step<T> refused(String what, ScimReply reply) {
        return switch (reply.status()) {
            case 412 -> Step.later("somebody else changed the entry at the same time");
            case 404, 410 ->
                Step.later("the SCIM server answered %s: compare %s.url with its address"
                        .formatted(reply.code(), ScimSettings.KEY));
            default -> Step.refused("the SCIM server refuses to %s: %s".formatted(what, reply.explained(personal)));
        };
    }

    static <T> Step<T> unreadable(String what) {
        return Step.later("the SCIM server's answer to %s cannot be read, or is too large".formatted(what));
    }

    @Override
    public String toString() {
        return "Errand[subject=%s]".formatted(subject);
    }
}

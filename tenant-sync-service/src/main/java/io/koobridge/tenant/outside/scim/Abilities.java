package io.koobridge.tenant.outside.scim;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server can do: asked for once, and unlearned when it refuses what it said it could. */
final class Abilities {

    private static final Logger log = LoggerFactory.getLogger(Abilities.class);

    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    /**
     * What is known of them.
     *
     * @param patch single attributes can be changed
     * @param versions a change can be made to depend on the version that it is based on
     * @param nesting groups can be members of groups
     * @param memberSearch groups can be searched by their members
     */
    record Known(boolean patch, boolean versions, boolean nesting, boolean memberSearch) {

        /** Of a server that tells nothing: most know PATCH, and versions are an extra. */
        static final Known UNTOLD = new Known(true, false, true, false);

        private Known withoutPatch() {
            return new Known(false, versions, nesting, memberSearch);
        }

        private Known withoutNesting() {
            return new Known(patch, versions, false, memberSearch);
        }

        private Known withMemberSearch(boolean works) {
            return new Known(patch, versions, nesting, works);
        }
    }

    Step<Known> of(Errand errand) {
        var told = known.get();
        return told != null
                ? Step.went(told)
                : config(errand).then(config -> memberSearch(errand).then(works -> {
                    known.compareAndSet(null, config.withMemberSearch(works));
                    return Step.went(now());
                }));
    }

    Known now() {
        var told = known.get();
        return told == null ? Known.UNTOLD : told;
    }

    void noPatch() {
        unlearn(Known::withoutPatch, "The SCIM server refuses PATCH; whole entries are read and put back from now on");
    }

    void noNesting() {
        unlearn(
                Known::withoutNesting,
                "The SCIM server refuses groups in groups; departments are written without their place among the others from now"
                        + " on. Set koobridge.tenant.directory.scim.nested-groups to false");
    }

    private void unlearn(UnaryOperator<Known> change, String message) {
        var before = now();
        var after = change.apply(before);
        if (!after.equals(before) && known.compareAndSet(before, after)) {
            log.atWarn().addKeyValue("system", ScimDirectory.SYSTEM).log(message);
        }
    }

    private static Step<Known> config(Errand errand) {
        return errand.send(ScimCall.get("READ_CONFIG", "ServiceProviderConfig", Map.of()))
                .then(reply -> Step.went(read(reply)));
    }

    private static Known read(ScimReply reply) {
        var config = reply.body();
        return !reply.success() || config == null
                ? Known.UNTOLD
                : new Known(
                        config.path("patch").path("supported").asBoolean(Known.UNTOLD.patch()),
                        config.path("etag").path("supported").asBoolean(Known.UNTOLD.versions()),
                        Known.UNTOLD.nesting(),
                        Known.UNTOLD.memberSearch());
    }

    /** Some servers refuse this filter, some ignore it: whoever finds groups of nobody finds any. */
    private static Step<Boolean> memberSearch(Errand errand) {
        var nobody = UUID.nameUUIDFromBytes(new byte[] {0}).toString();
        return errand.send(Memberships.search(nobody)).then(reply -> {
            var found = reply.body();
            return Step.went(reply.success()
                    && found != null
                    && found.path("totalResults").asInt(-1) == 0);
        });
    }
}
